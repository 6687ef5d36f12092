package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;
import org.rapport.matching.referrals.domain.ReferralState.Step;
import org.rapport.matching.roster.domain.Permission;

/** What a coordinator does beside offering, and what the desk does by itself. */
public final class DeskRules {
    private DeskRules() {}

    public static ReferralDecision withdraw(Referral referral, int number, UUID by, Instant now) {
        return OfferRules.withdraw(referral, number, by, now);
    }

    /** Puts a therapist at the end of whom to go on with. */
    public static ReferralDecision addOnward(Referral referral, UUID therapistId, UUID by, Instant now) {
        return onward(
                referral,
                Stream.concat(referral.desk().onward().stream(), Stream.of(therapistId))
                        .toList(),
                by,
                now);
    }

    public static ReferralDecision strikeOnward(Referral referral, UUID therapistId, UUID by, Instant now) {
        return onward(
                referral,
                referral.desk().onward().stream()
                        .filter(planned -> !planned.equals(therapistId))
                        .toList(),
                by,
                now);
    }

    /** Whom to go on with if nobody of those asked accepts; the order is the coordinator's. Who is asked now is not asked next. */
    static ReferralDecision onward(Referral referral, List<UUID> therapists, UUID by, Instant now) {
        List<UUID> onward = therapists.stream()
                .distinct()
                .filter(therapistId -> referral.openOfferTo(therapistId).isEmpty())
                .limit(Desk.MOST_ONWARD)
                .toList();
        if (referral.state() != ReferralState.OFFERED && !onward.isEmpty()) {
            return Refused.because(referral.state() == ReferralState.CLOSED ? Refusal.CLOSED : Refusal.NOT_READY);
        }
        if (onward.equals(referral.desk().onward())) {
            return new Unchanged(referral);
        }
        String[] names = onward.stream().map(UUID::toString).toArray(String[]::new);
        return new Decided(
                referral.with(referral.desk().onward(onward))
                        .with(HistoryLines.desk(names.length == 0 ? "onward-none" : "onward", now, by, names)),
                List.of());
    }

    /** Strikes a planned therapist who cannot be asked any more. */
    public static ReferralDecision passOver(Referral referral, UUID therapistId, Instant now) {
        List<UUID> onward = referral.desk().onward().stream()
                .filter(planned -> !planned.equals(therapistId))
                .toList();
        return new Decided(
                referral.with(referral.desk().onward(onward))
                        .with(new HistoryEntry(
                                "passed-over|" + therapistId + "|" + now,
                                now,
                                "passed-over",
                                null,
                                List.of(therapistId.toString()))),
                List.of());
    }

    /** Stops the clock while the person is due. */
    public static ReferralDecision pause(Referral referral, Clocks clocks, UUID by, Instant now) {
        if (referral.desk().isPaused()) {
            return new Unchanged(referral);
        }
        if (referral.facts().hasOpenConcern()) {
            return Refused.because(Refusal.CONCERN_OPEN);
        }
        if (clocks.dueAt(referral).isEmpty() || referral.desk().pauses().size() == Desk.MOST_PAUSES) {
            return Refused.because(Refusal.NOTHING_DUE);
        }
        return new Decided(
                referral.with(referral.desk().paused(now)).with(HistoryLines.desk("paused", now, by)), List.of());
    }

    public static ReferralDecision resume(Referral referral, UUID by, Instant now) {
        return referral.desk().isPaused()
                ? new Decided(
                        referral.with(referral.desk().resumed(now)).with(HistoryLines.desk("resumed", now, by)),
                        List.of())
                : new Unchanged(referral);
    }

    /**
     * The person gave a sign, also one that comes late: nobody waits for them any more, and of a closed referral somebody has to know.
     */
    static Referral heard(Referral referral, Fact fact, Source source) {
        if (!fact.isSignOfThePerson()) {
            return referral;
        }
        Referral next = referral;
        Desk desk = referral.desk();
        if (desk.isPaused()) {
            next = next.with(desk.resumed(fact.at())).with(HistoryLines.signed("resumed-by-person", fact, source));
        }
        if (referral.state() != ReferralState.CLOSED || desk.has(Task.Kind.CAME_BACK)) {
            return next;
        }
        Task task = new Task(
                "came-back|" + source.key(),
                Task.Kind.CAME_BACK,
                List.of(),
                desk.notBeforeClosing(fact.at()),
                null,
                null);
        return next.with(next.desk().with(task)).with(HistoryLines.signed("came-back", fact, source));
    }

    /** The clock is over: it is told once for each end it has. */
    public static ReferralDecision tell(Referral referral, Clocks clocks, Instant now) {
        Optional<Instant> due = clocks.dueAt(referral)
                .filter(at -> !at.isAfter(now) && !at.equals(referral.desk().overdueTold()));
        if (due.isEmpty()) {
            return new Unchanged(referral);
        }
        return new Decided(
                referral.with(referral.desk().told(due.get()))
                        .with(HistoryLines.desk("overdue", now, null, due.get().toString())),
                List.of(new ReferralEvent.ReferralOverdue(referral.inquiryId(), referral.owner(), due.get(), now)));
    }

    /** @param consented whether the person agreed that something about them leaves the practice */
    public static ReferralDecision close(
            Referral referral, CloseReason reason, boolean consented, UUID by, Instant now) {
        if (referral.state() == ReferralState.CLOSED) {
            return new Unchanged(referral);
        }
        if (referral.facts().hasOpenConcern()) {
            return Refused.because(Refusal.CONCERN_OPEN);
        }
        if (reason.needsConsent() && !consented) {
            return Refused.because(Refusal.CONSENT_MISSING);
        }
        List<ReferralEvent> events = new ArrayList<>();
        Referral next = OfferRules.withdrawAll(referral, by, now, events);
        Seat seat = referral.seat();
        events.add(new ReferralEvent.ReferralClosed(
                referral.inquiryId(), reason, seat == null ? null : seat.therapistId(), by, now));
        return new Decided(
                next.with(next.desk().closed(new Closing(reason, by, now, reason.needsConsent() ? consented : null)))
                        .with(HistoryLines.desk(
                                reason.needsConsent() ? "closed-with-consent" : "closed", now, by, reason.code()))
                        .in(ReferralState.CLOSED, null),
                events);
    }

    public static ReferralDecision reopen(Referral referral, UUID by, Instant now) {
        Optional<ReferralState> next = referral.state().after(Step.REOPEN);
        return next.isEmpty()
                ? Refused.because(Refusal.NOT_CLOSED)
                : new Decided(
                        referral.with(referral.desk()
                                        .ended(kind -> kind == Task.Kind.CAME_BACK, now)
                                        .returned(now))
                                .with(HistoryLines.desk("reopened", now, by))
                                .in(next.get(), null)
                                .ready(),
                        List.of(new ReferralEvent.ReferralReopened(referral.inquiryId(), by, now)));
    }

    /** The match does not hold: the seat is free with this write, and the person is looked after anew. */
    public static ReferralDecision rematch(Referral referral, UUID by, Instant now) {
        Seat seat = referral.seat();
        Optional<ReferralState> next = referral.state().after(Step.REMATCH);
        if (next.isEmpty() || seat == null) {
            return Refused.because(Refusal.NOT_MATCHED);
        }
        String therapist = seat.therapistId().toString();
        return new Decided(
                referral.with(referral.desk()
                                .ended(Task.Kind::endsWithMatch, now)
                                .returned(now))
                        .with(HistoryLines.desk("rematch", now, by, therapist))
                        .in(next.get(), null),
                List.of(new ReferralEvent.RematchRequested(referral.inquiryId(), seat.therapistId(), by, now)));
    }

    public static ReferralDecision done(Referral referral, String key, UUID by, Instant now) {
        Optional<Task> task = referral.desk().task(key);
        if (task.isEmpty()) {
            return Refused.because(Refusal.NO_SUCH_TASK);
        }
        return task.get().isOpen() ? end(referral, task.get(), by, now) : new Unchanged(referral);
    }

    /**
     * Whether the therapist of a matched person may go on seeing them where they are. When that ends soon, a task is opened for the
     * day on which it may end; when it was prolonged, the task ends by itself, and is opened again when that was a mistake. What somebody
     * did is not opened again for the same day.
     *
     * @param permission what lets the therapist see this person; absent if nothing does
     * @param today the date at the practice
     */
    public static ReferralDecision licence(
            Referral referral, @Nullable Permission permission, LocalDate today, Instant now) {
        Seat seat = referral.seat();
        Intake intake = referral.facts().intake();
        if (seat == null || intake == null) {
            return new Unchanged(referral);
        }
        String therapist = seat.therapistId().toString();
        String state = intake.criteria().state();
        boolean endsSoon = permission == null || permission.endsSoon(today);
        // A day in the key: a licence that is renewed and ends again is another need.
        String lastDay = permission == null ? "" : permission.lastDay().toString();
        String key = "licence|" + therapist + "|" + state + "|" + lastDay;
        ReferralDecision decision = new Unchanged(referral);
        for (Task task : referral.desk().openTasks()) {
            if (task.kind() == Task.Kind.LICENCE_ENDS
                    && !(endsSoon && task.key().equals(key))) {
                decision = end(subject(decision), task, null, now);
            }
        }
        Referral next = subject(decision);
        if (!endsSoon || next.desk().task(key).filter(Task::isSettled).isPresent()) {
            return decision;
        }
        Task task = new Task(key, Task.Kind.LICENCE_ENDS, List.of(therapist, state, lastDay), now, null, null);
        Referral opened = next.with(next.desk().with(task)).with(HistoryLines.task(task, "licence-ends", now, null));
        return new Decided(opened, opened(next, opened));
    }

    /** Tells the owner of each task that was opened. */
    static List<ReferralEvent> opened(Referral before, Referral after) {
        return after.desk().openTasks().stream()
                .filter(task ->
                        before.desk().task(task.key()).filter(Task::isOpen).isEmpty())
                .<ReferralEvent>map(task ->
                        new ReferralEvent.TaskOpened(after.inquiryId(), task.kind(), after.owner(), task.openedAt()))
                .toList();
    }

    private static Referral subject(ReferralDecision decision) {
        return switch (decision) {
            case Decided decided -> decided.referral();
            case Unchanged unchanged -> unchanged.referral();
            case Refused refused -> throw new IllegalStateException("refused: " + refused.refusal());
        };
    }

    private static ReferralDecision end(Referral referral, Task task, @Nullable UUID by, Instant now) {
        return new Decided(
                referral.with(referral.desk().with(task.done(now, by))).with(HistoryLines.done(task, now, by)),
                List.of());
    }
}
