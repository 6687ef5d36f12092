package org.rapport.notification.messages.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Fault;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.MessageState.Failed;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.MessageState.Sending;
import org.rapport.notification.messages.domain.MessageState.Sent;
import org.rapport.notification.messages.domain.MessageState.Spread;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.MessageState.Unknown;

/**
 * A line of the ledger, without words or addresses.
 *
 * @param inquiry the person it belongs to; absent where it is no client's
 * @param recipient {@code client} or {@code staff}
 * @param reason why it was suppressed, failed or is tried again; absent otherwise
 * @param at when it ended; absent before
 */
record MessageView(
        String id,
        @Nullable UUID inquiry,
        MessageKind kind,
        Channel channel,
        String recipient,
        MessageState.Name state,
        @Nullable String reason,
        Instant dueAt,
        @Nullable Instant at) {

    static MessageView of(Message message) {
        return new MessageView(
                message.id().value(),
                message.inquiryId(),
                message.kind(),
                message.channel(),
                switch (message.kind().audience()) {
                    case CLIENT -> "client";
                    case STAFF -> "staff";
                },
                message.state().name(),
                reason(message.state()),
                message.dueAt(),
                at(message.state()));
    }

    private static @Nullable String reason(MessageState state) {
        return switch (state) {
            case Suppressed suppressed -> suppressed.reason().code();
            case Planned planned -> code(planned.lastFault());
            case Sending sending -> code(sending.lastFault());
            case Failed failed -> code(failed.reason());
            case Unknown _ -> code(Fault.OUTCOME_UNKNOWN);
            case Sent _, Spread _ -> null;
        };
    }

    private static @Nullable String code(@Nullable Fault fault) {
        return fault == null ? null : fault.code();
    }

    private static @Nullable Instant at(MessageState state) {
        return switch (state) {
            case Planned _, Sending _ -> null;
            case Sent sent -> sent.at();
            case Spread spread -> spread.at();
            case Suppressed suppressed -> suppressed.at();
            case Failed failed -> failed.at();
            case Unknown unknown -> unknown.at();
        };
    }
}
