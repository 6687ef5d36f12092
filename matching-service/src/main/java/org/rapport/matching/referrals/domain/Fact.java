package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Criteria;

/** What another service says happened to this person. */
public sealed interface Fact {
    Instant at();

    /** Whether the person did something that the practice must not let lie. */
    default boolean isSignOfThePerson() {
        return this instanceof ResponseSubmitted || this instanceof ConcernRaised || this instanceof CallBooked;
    }

    /** @param wish code of what a person who phoned wants next */
    record InquiryReceived(
            String path,
            String language,
            String state,
            @Nullable String wish,
            Instant at) implements Fact {}

    record QuestionnaireWanted(Instant at) implements Fact {}

    record CallBooked(UUID callId, UUID hostId, boolean withCoordinator, Instant start, Instant end, Instant at)
            implements Fact {}

    record CallMoved(
            UUID callId,
            UUID hostId,
            boolean withCoordinator,
            Instant start,
            Instant end,
            Instant previousStart,
            String by,
            Instant at)
            implements Fact {}

    /** The person asked for a call at a time when they are in another one; nothing was booked. */
    record CallDoubled(Instant start, Instant at) implements Fact {}

    /** The person asked for a further call and has yet to confirm it. */
    record CallUnconfirmed(Instant start, Instant at) implements Fact {}

    /** Of calls with several therapists the person goes on with one. */
    record CallChosen(UUID callId, UUID hostId, Instant at) implements Fact {}

    /** @param outcome code of how it went, {@code missed-by-} someone among them */
    record CallEnded(
            UUID callId,
            UUID hostId,
            boolean withCoordinator,
            Instant start,
            Instant end,
            String outcome,
            UUID notedBy,
            Instant at)
            implements Fact {}

    record CallCancelled(
            UUID callId,
            UUID hostId,
            boolean withCoordinator,
            Instant start,
            Instant end,
            String by,
            String reason,
            Instant at)
            implements Fact {}

    record QuestionnaireSent(Instant at) implements Fact {}

    record ResponseBegun(Instant at) implements Fact {}

    record ResponseSubmitted(UUID responseId, Criteria criteria, Priority priority, Instant at) implements Fact {}

    /**
     * @param what code of the line it makes in the ledger
     * @param withPerson whether the person now has a link that works
     */
    record QuestionnaireNoted(String what, boolean withPerson, Instant at) implements Fact {}

    record ConcernEscalated(UUID concernId, int step, Instant at) implements Fact {}

    record ConcernRaised(UUID concernId, Instant at) implements Fact {}

    record ConcernAcknowledged(UUID concernId, UUID by, String action, Instant at) implements Fact {}

    record MessageSent(String kind, String channel, Instant at) implements Fact {}

    record MessageSuppressed(String kind, String channel, String reason, Instant at) implements Fact {}

    record MessageFailed(String kind, String channel, String reason, Instant at) implements Fact {}
}
