package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Therapists among whom the person is asked to choose. What they choose is a wish: a coordinator makes the offer, or said
 * beforehand that it goes out at once.
 *
 * @param number 1 for the first time this person is asked, then rising; an older link tells by it that it is older
 * @param therapists in the order in which they are shown
 * @param offerAtOnce whether the coordinator chose that the offer follows the answer
 * @param by the coordinator who asked
 * @param until when the link ends
 * @param answeredAt absent while the person has not answered
 * @param therapistId whom they would like; absent before the answer, and for none of them
 */
public record Choice(
        int number,
        List<UUID> therapists,
        boolean offerAtOnce,
        UUID by,
        Instant askedAt,
        Instant until,
        State state,
        @Nullable Instant answeredAt,
        @Nullable UUID therapistId) {
    public enum State {
        ASKED,
        ANSWERED,
        /** Nobody waits for the answer any more, or what was answered counts no longer. */
        OVER
    }

    public static final int MOST = 3;

    public Choice {
        therapists = List.copyOf(therapists);
        if (therapists.isEmpty() || therapists.size() > MOST) {
            throw new IllegalArgumentException("a person chooses among one to " + MOST);
        }
    }

    /** Whom the person would like; empty before they said so, if it is none of them, and once it counts no longer. */
    public Optional<UUID> wanted() {
        return state == State.ANSWERED ? Optional.ofNullable(therapistId) : Optional.empty();
    }

    boolean isAsked() {
        return state == State.ASKED;
    }

    Choice answered(@Nullable UUID wanted, Instant at) {
        // An offer that follows at once is not made before it, and the store keeps milliseconds of both.
        return new Choice(
                number,
                therapists,
                offerAtOnce,
                by,
                askedAt,
                until,
                State.ANSWERED,
                at.truncatedTo(ChronoUnit.MILLIS),
                wanted);
    }

    /** Without a therapist who must not see the person; over if nobody else is left, or if it is whom they would like. */
    Choice without(UUID barred) {
        if (state == State.OVER || !therapists.contains(barred)) {
            return this;
        }
        List<UUID> left =
                therapists.stream().filter(shown -> !shown.equals(barred)).toList();
        return left.isEmpty() || barred.equals(therapistId)
                ? over()
                : new Choice(number, left, offerAtOnce, by, askedAt, until, state, answeredAt, therapistId);
    }

    Choice over() {
        return new Choice(number, therapists, offerAtOnce, by, askedAt, until, State.OVER, answeredAt, therapistId);
    }
}
