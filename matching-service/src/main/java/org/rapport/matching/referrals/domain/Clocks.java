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
 *   <li>The practice is due from the inquiry on while nobody answers for the person, while they wait to be rung, or while a safety
 *       concern is open; then from the moment inquiry and intake are both in, or the person came back to the desk.
 *   <li>A safety concern gives it the time of the most pressing, from the moment it was raised on, also for who has a therapist or was
 *       closed.
 *   <li>It is due from the sign on that the person of a closed referral gives, until somebody has seen to it.
 *   <li>While the questionnaire is with the person, the person is due and no clock runs.
 *   <li>Only hours in which the practice works count, and none in which a coordinator waits for the person ({@link Pause}).
 * </ol>
 */
public record Clocks(PracticeHours hours, Map<Priority, Duration> limits, Duration firstContact) {
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

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

    /** When something has to happen for this person by itself: an offer lapses, or the end of the clock has to be told. */
    public Optional<Instant> wakeAt(Referral referral) {
        Instant told = referral.desk().overdueTold();
        Optional<Instant> due = dueAt(referral).filter(at -> !at.equals(told));
        return referral.openOffers().stream()
                .map(Offer::expiresAt)
                .reduce((a, b) -> a.isBefore(b) ? a : b)
                .map(lapse -> due.filter(lapse::isAfter).orElse(lapse))
                .or(() -> due);
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
            if (to != null) {
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
        if (!referral.state().isWaiting() && facts.hasOpenConcern()) {
            return facts.firstRaised();
        }
        if (!referral.state().isWaiting()) {
            return referral.desk().openTasks().stream()
                    .filter(task -> task.kind() == Task.Kind.CAME_BACK)
                    .map(Task::openedAt)
                    .findFirst();
        }
        Instant start = inquiry.receivedAt();
        Intake intake = facts.intake();
        if (intake != null) {
            start = later(start, intake.submittedAt());
        } else if (referral.owner() != null && !facts.wantsCallBack() && !facts.hasOpenConcern()) {
            return Optional.empty();
        }
        Instant raised = facts.firstRaised().orElse(start);
        Instant returned = referral.desk().returnedAt();
        return Optional.of(later(later(start, raised), returned == null ? start : returned));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
