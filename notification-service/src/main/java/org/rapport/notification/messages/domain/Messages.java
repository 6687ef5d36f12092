package org.rapport.notification.messages.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.notification.messages.domain.MessageDecision.Changed;
import org.rapport.notification.messages.domain.MessageDecision.Unchanged;

/** The ledger. */
public interface Messages {
    int MOST_ATTEMPTS = 20;

    Optional<Message> find(MessageId id);

    /** One conditional write: inserts at version 0, else replaces exactly the version that was read; the events go with it. */
    Saving save(Message message, List<MessageEvent> events);

    /** Newest due first. */
    List<Message> ofInquiry(UUID inquiryId);

    /** Newest due first. */
    List<Message> list(LedgerSearch search, int limit);

    /**
     * Since when the message is due that waits longest, of those that should have gone by now: not of those that wait for the
     * morning.
     */
    Optional<Instant> oldestDue(Instant now);

    /** Applies the rule to the message as it stands, again while others write first; empty if there is no such message. */
    default Optional<MessageDecision> decide(MessageId id, Function<Message, MessageDecision> rule) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<MessageDecision> decision = find(id).map(rule);
            if (decision.isEmpty() || kept(decision.get())) {
                return decision;
            }
        }
        throw new IllegalStateException("others keep writing message " + id);
    }

    private boolean kept(MessageDecision decision) {
        return switch (decision) {
            case Unchanged _ -> true;
            case Changed(Message message, List<MessageEvent> events) -> save(message, events) == Saving.SAVED;
        };
    }
}
