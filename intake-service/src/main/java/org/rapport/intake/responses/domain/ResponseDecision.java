package org.rapport.intake.responses.domain;

import java.util.List;

/** What a command came to, and what must be written before anybody is told. */
public sealed interface ResponseDecision {
    Change change();

    /** What saving a page came to; {@code crisis} when the answers given need the crisis page at once. */
    sealed interface Saved extends ResponseDecision {
        boolean crisis();
    }

    record PageSaved(Change change, boolean crisis) implements Saved {}

    /** Not taken, except an answer that cannot wait. */
    record PageFaulty(Change change, List<AnswerFault> faults, boolean crisis) implements Saved {}

    /**
     * Somebody has saved answers since the page was shown that this save would overwrite or take away.
     *
     * @param newer numbers of the pages they stand on
     */
    record PageStale(Change change, boolean crisis, List<Integer> newer) implements Saved {
        public PageStale {
            newer = List.copyOf(newer);
        }
    }

    record ReadOnly(Change change, boolean crisis) implements Saved {
        /** Whether somebody of the practice has been told of a danger in it, now or before. */
        public boolean isTold() {
            return crisis && !change.response().concerns().areNone();
        }
    }

    /** What submitting came to. */
    sealed interface Submission extends ResponseDecision {}

    /** Submitted now or before. */
    record Submitted(Change change) implements Submission {}

    record Incomplete(Change change, List<MissingAnswer> missing) implements Submission {}

    /** Whole, but nobody has agreed to what becomes of it. */
    record NotSigned(Change change) implements Submission {}

    /** Answers were saved since the person looked at them. */
    record SubmissionStale(Change change) implements Submission {}

    /** What changing something signed came to. */
    sealed interface Amendment extends ResponseDecision {}

    /** It can be changed, now or since before. */
    record AmendmentBegun(Change change) implements Amendment {}

    /** What was signed stands as it was. */
    record AmendmentLeft(Change change) implements Amendment {}

    /** As often as a document can hold. */
    record AmendedTooOften(Change change) implements Amendment {}

    /** Nothing has been signed. */
    record NothingToAmend(Change change) implements Amendment {}

    /** What sending a new link came to. */
    sealed interface Resending extends ResponseDecision {}

    /** Sent anew now, or by the same command before. */
    record Resent(Change change) implements Resending {}

    /** There is nothing left to fill in. */
    record AlreadySubmitted(Change change) implements Resending {}

    /** What erasing came to. */
    sealed interface Erasing extends ResponseDecision {}

    /** Erased now or before. */
    record Erased(Change change) implements Erasing {}

    /** Somebody may be in danger: first a named person has to say what was done. */
    record ConcernStillOpen(Change change) implements Erasing {}

    /** What acknowledging came to. */
    sealed interface Acknowledging extends ResponseDecision {}

    /** Acknowledged now, or before by the same person with the same action. */
    record Acknowledged(Change change, SafetyConcern concern) implements Acknowledging {}

    record AcknowledgedByOther(Change change, SafetyConcern concern) implements Acknowledging {}

    record NoSuchConcern(Change change) implements Acknowledging {}
}
