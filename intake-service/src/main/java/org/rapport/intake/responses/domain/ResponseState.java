package org.rapport.intake.responses.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Priority;

/** Where a response stands. */
public sealed interface ResponseState {
    /** What the passing of time has to know of it. */
    default Watch.Stage stage() {
        return switch (this) {
            case Sent(), InProgress() -> Watch.Stage.UNFINISHED;
            case Lapsed _ -> Watch.Stage.LAPSED;
            case Erased() -> Watch.Stage.ERASED;
            case Submitted _, Amending _ -> Watch.Stage.SUBMITTED;
        };
    }

    /** All that was signed, oldest first. */
    default List<SignedRevision> revisions(Answers now) {
        return switch (this) {
            case Submitted signed -> signed.signed(now);
            case Amending amending -> amending.signed().signed(amending.answers());
            case Sent(), InProgress(), Erased() -> List.of();
            case Lapsed _ -> List.of();
        };
    }

    /** The link is out, nothing is answered. */
    record Sent() implements ResponseState {}

    record InProgress() implements ResponseState {}

    /** The link has run out; what was answered is kept for a new one. */
    record Lapsed(Instant at) implements ResponseState {}

    /** Nobody can read what was answered any more. */
    record Erased() implements ResponseState {}

    /**
     * Read-only from here on, because it has been signed.
     *
     * @param why it was amended; empty when it never was
     * @param earlier what was signed before, oldest first
     */
    record Submitted(Instant at, Priority priority, Signature signature, String why, List<SignedRevision> earlier)
            implements ResponseState {
        public Submitted {
            earlier = List.copyOf(earlier);
        }

        public Submitted(Instant at, Priority priority, Signature signature) {
            this(at, priority, signature, "", List.of());
        }

        private List<SignedRevision> signed(Answers now) {
            List<SignedRevision> all = new ArrayList<>(earlier);
            all.add(new SignedRevision(earlier.size() + 1, at, signature, why, now));
            return all;
        }
    }

    /**
     * Signed, and being changed; until somebody signs again, what was signed stands.
     *
     * @param answers as they were signed
     * @param why it is being changed, in the person's words
     */
    record Amending(Submitted signed, Answers answers, String why, Instant since) implements ResponseState {}
}
