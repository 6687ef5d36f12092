package org.rapport.matching.referrals.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Until when the practice has to act for somebody. Reckoned from what is known, never counted up: so it is the same whatever came
 * first, and nothing has to tick.
 *
 * <ol>
 *   <li>A safety concern that nobody has acknowledged comes before all else, in every state: from the moment the oldest such was raised on,
 *       whatever came since. It cannot be stopped.
 *   <li>Else the practice is due from the inquiry on while nobody answers for the person, or while they wait to be rung; then from the moment
 *       inquiry and intake are both in, or the person came back to the desk.
 *   <li>It is due from the sign on that the person of a closed referral gives, or from the answer that it is not right with the
 *       therapist, until somebody has seen to it.
 *   <li>While the questionnaire is with the person, or a call with them is ahead, the person is due and no clock runs. When that comes to
 *       nothing (the link ran out, the call was missed or taken back, or was held and nothing sent since) it runs from then on.
 *   <li>Only hours in which the practice works count, and none in which a coordinator waits for the person ({@link Pause}), unless
 *       the time was over before.
 * </ol>
 */
public record Clocks(PracticeHours hours, Map<Priority, Duration> limits, Duration firstContact) {
    /** The order of who has no clock. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    public Clocks {
        limits = Map.copyOf(new EnumMap<>(limits));
        if (!limits.keySet().equals(EnumSet.allOf(Priority.class))) {
            throw new IllegalArgumentException("every priority has a limit");
        }
    }

    /**
     * A running or stopped clock.
     *
     * @param left practice time that is left; negative once it is over
     */
    public record Reading(Instant startedAt, boolean paused, Duration left) {}

    /** When the time is over; empty while nothing is due or the clock is stopped. */
    public Optional<Instant> dueAt(Referral referral) {
        return referral.desk().isPaused()
                ? Optional.empty()
                : startedAt(referral).map(start -> hours.after(start, allowed(referral, start)));
    }

    public Optional<Reading> read(Referral referral, Instant now) {
        return startedAt(referral).map(start -> {
            boolean paused = referral.desk().isPaused();
            Instant until = paused ? referral.desk().pauses().getLast().from() : now;
            Duration left = allowed(referral, start).minus(hours.between(start, until));
            return new Reading(start, paused, left);
        });
    }

    /** For the order by what is over next: an open safety concern before everything, and who has no clock last. */
    public Instant order(Referral referral) {
        return referral.facts().hasOpenConcern()
                ? Instant.EPOCH
                : Stream.concat(
                                dueAt(referral).stream(),
                                referral.desk().openTasks().stream().map(this::dueAt))
                        .min(Comparator.naturalOrder())
                        .orElse(NEVER);
    }

    /** When something has to happen for this person by itself: an offer or a question lapses, a fit check goes out, or the end of the
     * clock has to be told. */
    public Optional<Instant> wakeAt(Referral referral) {
        Instant told = referral.desk().overdueTold();
        Optional<Instant> due = dueAt(referral).filter(at -> !at.equals(told));
        Choice choice = referral.desk().choice();
        FitCheck fit = referral.desk().fit();
        return Stream.of(
                        due.stream(),
                        referral.openOffers().stream().map(Offer::expiresAt),
                        Stream.ofNullable(choice).filter(Choice::isAsked).map(Choice::until),
                        Stream.ofNullable(fit).map(FitCheck::nextAt))
                .flatMap(moments -> moments)
                .min(Comparator.naturalOrder());
    }

    /** A task about a licence is due on its last day; where there is none, it is due at once. */
    private Instant dueAt(Task task) {
        return task.lastDay()
                .map(day -> day.atStartOfDay(hours.zone()).toInstant())
                .orElse(task.openedAt());
    }

    private Duration allowed(Referral referral, Instant start) {
        Duration allowed = limit(referral);
        for (Pause pause : referral.desk().pauses()) {
            Instant to = pause.to();
            // A clock that is over stays so: what was told of its end was true.
            boolean over = hours.between(start, pause.from()).compareTo(allowed) >= 0;
            if (to != null && !over) {
                allowed = allowed.plus(hours.between(pause.from().isBefore(start) ? start : pause.from(), to));
            }
        }
        return allowed;
    }

    private Duration limit(Referral referral) {
        return referral.facts()
                .priority()
                .flatMap(priority -> Optional.ofNullable(limits.get(priority)))
                .orElse(firstContact);
    }

    private static Optional<Instant> startedAt(Referral referral) {
        Facts facts = referral.facts();
        Inquiry inquiry = facts.inquiry();
        if (inquiry == null) {
            return Optional.empty();
        }
        if (facts.hasOpenConcern()) {
            return facts.inDangerSince().or(() -> Optional.of(inquiry.receivedAt()));
        }
        if (!referral.state().isWaiting()) {
            return referral.desk().openTasks().stream()
                    .filter(task -> task.kind().hasClock())
                    .map(Task::openedAt)
                    .min(Comparator.naturalOrder());
        }
        Instant start = inquiry.receivedAt();
        Intake intake = facts.intake();
        if (intake != null) {
            start = later(start, intake.submittedAt());
        } else if (referral.owner() != null) {
            Optional<Instant> turn = facts.wantsCallBack() ? Optional.of(facts.lastTurn()) : facts.ourTurnSince();
            if (turn.isEmpty()) {
                return Optional.empty();
            }
            start = later(start, turn.get());
        }
        Instant returned = referral.desk().returnedAt();
        return Optional.of(later(start, returned == null ? start : returned));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
