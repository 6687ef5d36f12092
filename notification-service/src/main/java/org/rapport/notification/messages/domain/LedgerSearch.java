package org.rapport.notification.messages.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which lines of the ledger are looked for; what is absent lets all through. */
public record LedgerSearch(
        MessageState.@Nullable Name state,
        @Nullable MessageKind kind,
        @Nullable Channel channel,
        @Nullable UUID inquiryId,
        @Nullable Instant dueFrom,
        @Nullable Instant dueBefore) {

    public static LedgerSearch everything() {
        return new LedgerSearch(null, null, null, null, null, null);
    }

    public LedgerSearch in(MessageState.@Nullable Name wanted) {
        return new LedgerSearch(wanted, kind, channel, inquiryId, dueFrom, dueBefore);
    }

    public LedgerSearch of(@Nullable MessageKind wanted) {
        return new LedgerSearch(state, wanted, channel, inquiryId, dueFrom, dueBefore);
    }

    public boolean finds(Message message) {
        return (state == null || message.state().name() == state)
                && (kind == null || message.kind() == kind)
                && (channel == null || message.channel() == channel)
                && (inquiryId == null || inquiryId.equals(message.inquiryId()))
                && (dueFrom == null || !message.dueAt().isBefore(dueFrom))
                && (dueBefore == null || message.dueAt().isBefore(dueBefore));
    }
}
