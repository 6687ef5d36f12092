package org.rapport.notification.messages.mongo;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Fault;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageId;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.MessageState.Failed;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.MessageState.Sending;
import org.rapport.notification.messages.domain.MessageState.Sent;
import org.rapport.notification.messages.domain.MessageState.Spread;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.MessageState.Unknown;
import org.rapport.notification.messages.domain.Recipient;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.NextCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;
import org.rapport.notification.messages.domain.Subject;
import org.rapport.notification.messages.domain.Suppression;

/**
 * A message as it lies in the store, flat so that lists can filter; public for the record codec.
 *
 * @param recipientId absent for every coordinator
 * @param at when it is to wake (planned), its lease ends (sending) or it ended
 * @param attempts so far; the recipients of a message that was spread
 * @param suppression why it was not sent, or (sending) must not be sent another time
 */
public record MessageDocument(
        @Nullable UUID inquiryId,
        UUID subjectId,
        int revision,
        MessageKind kind,
        Channel channel,
        RecipientType recipient,
        @Nullable UUID recipientId,
        @Nullable UUID person,
        Instant dueAt,
        Instant usefulUntil,
        MessageState.Name state,
        Instant at,
        int attempts,
        @Nullable Fault fault,
        @Nullable Suppression suppression) {

    public enum RecipientType {
        CLIENT,
        STAFF,
        EVERY_COORDINATOR,
        NEXT_COORDINATOR
    }

    static MessageDocument of(Message message) {
        return switch (message.state()) {
            case Planned(Instant wakeAt, int attempts, Fault fault) -> of(message, wakeAt, attempts, fault, null);
            case Sending(Instant leaseEnd, int attempt, Fault fault, Suppression withdrawn) ->
                of(message, leaseEnd, attempt, fault, withdrawn);
            case Sent(Instant at) -> of(message, at, 0, null, null);
            case Spread(int recipients, Instant at) -> of(message, at, recipients, null, null);
            case Suppressed(Suppression reason, Instant at) -> of(message, at, 0, null, reason);
            case Failed(Fault reason, Instant at) -> of(message, at, 0, reason, null);
            case Unknown(Instant at) -> of(message, at, 0, null, null);
        };
    }

    private static MessageDocument of(
            Message message, Instant at, int attempts, @Nullable Fault fault, @Nullable Suppression suppression) {
        RecipientType type = switch (message.recipient()) {
            case Client _ -> RecipientType.CLIENT;
            case Staff _ -> RecipientType.STAFF;
            case EveryCoordinator _ -> RecipientType.EVERY_COORDINATOR;
            case NextCoordinator _ -> RecipientType.NEXT_COORDINATOR;
        };
        UUID recipientId = switch (message.recipient()) {
            case Client(UUID id) -> id;
            case Staff(UUID id) -> id;
            case EveryCoordinator _, NextCoordinator _ -> null;
        };
        return new MessageDocument(
                message.inquiryId(),
                message.subject().id(),
                message.subject().revision(),
                message.kind(),
                message.channel(),
                type,
                recipientId,
                message.person(),
                message.dueAt(),
                message.usefulUntil(),
                message.state().name(),
                at,
                attempts,
                fault,
                suppression);
    }

    Message toMessage(String id, long version) {
        return new Message(
                new MessageId(id),
                version,
                inquiryId,
                new Subject(subjectId, revision),
                kind,
                channel,
                toRecipient(),
                person,
                dueAt,
                usefulUntil,
                toState());
    }

    private Recipient toRecipient() {
        return switch (recipient) {
            case CLIENT -> new Client(Objects.requireNonNull(recipientId));
            case STAFF -> new Staff(Objects.requireNonNull(recipientId));
            case EVERY_COORDINATOR -> new EveryCoordinator();
            case NEXT_COORDINATOR -> new NextCoordinator();
        };
    }

    private MessageState toState() {
        return switch (state) {
            case PLANNED -> new Planned(at, attempts, fault);
            case SENDING -> new Sending(at, attempts, fault, suppression);
            case SENT -> new Sent(at);
            case SPREAD -> new Spread(attempts, at);
            case SUPPRESSED -> new Suppressed(Objects.requireNonNull(suppression), at);
            case FAILED -> new Failed(Objects.requireNonNull(fault), at);
            case UNKNOWN -> new Unknown(at);
        };
    }
}
