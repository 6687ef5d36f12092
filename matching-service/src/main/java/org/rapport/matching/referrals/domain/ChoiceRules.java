package org.rapport.matching.referrals.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;

/** Asking the person whom they would like. The clock stands until they have said so, or the link has ended. */
public final class ChoiceRules {
    private ChoiceRules() {}

    /**
     * Asks among therapists whom a coordinator picked; a question that was open is over with it.
     *
     * @param failures hard rules that any of them fails now
     */
    public static ReferralDecision propose(
            Referral referral,
            List<UUID> therapists,
            boolean offerAtOnce,
            List<Failure> failures,
            UUID by,
            Instant now,
            Duration validFor) {
        switch (referral.state()) {
            case OPEN -> {
                return Refused.because(Refusal.NOT_READY);
            }
            case OFFERED -> {
                return Refused.because(Refusal.OFFER_OPEN);
            }
            case MATCHED -> {
                return Refused.because(Refusal.ALREADY_MATCHED);
            }
            case CLOSED -> {
                return Refused.because(Refusal.CLOSED);
            }
            case READY_FOR_TRIAGE -> {}
        }
        List<UUID> shown = therapists.stream().distinct().toList();
        if (shown.isEmpty() || shown.size() > Choice.MOST) {
            return Refused.because(Refusal.WRONG_NUMBER);
        }
        if (!failures.isEmpty()) {
            return new Refused(Refusal.NOT_ELIGIBLE, failures);
        }
        Choice before = referral.desk().choice();
        if (before != null
                && before.isAsked()
                && now.isBefore(before.until())
                && before.therapists().equals(shown)
                && before.offerAtOnce() == offerAtOnce) {
            return new Unchanged(referral);
        }
        List<ReferralEvent> events = new ArrayList<>();
        Referral next = referral;
        if (referral.owner() == null) {
            next = next.ownedBy(by, now, HistoryLines.TAKEN);
            events.add(new ReferralEvent.ReferralAssigned(referral.inquiryId(), by, now));
        }
        Instant asked = now.truncatedTo(ChronoUnit.MILLIS);
        Choice choice = new Choice(
                before == null ? 1 : before.number() + 1,
                shown,
                offerAtOnce,
                by,
                asked,
                asked.plus(validFor),
                Choice.State.ASKED,
                null,
                null);
        events.add(new ReferralEvent.ChoiceProposed(referral.inquiryId(), choice));
        Desk desk = next.desk().asking(choice);
        boolean stoppable = !desk.isPaused()
                && !referral.facts().hasOpenConcern()
                && desk.pauses().size() < Desk.MOST_PAUSES;
        String[] names = shown.stream().map(UUID::toString).toArray(String[]::new);
        return new Decided(
                next.with(stoppable ? desk.paused(now) : desk)
                        .with(HistoryLines.desk(offerAtOnce ? "choice-asked-at-once" : "choice-asked", now, by, names)),
                events);
    }

    /**
     * What the person answers; until an offer is made they may answer otherwise.
     *
     * @param wanted absent for none of those shown
     */
    public static ReferralDecision choose(Referral referral, int number, @Nullable UUID wanted, Instant now) {
        Choice choice = referral.desk().choice();
        if (choice == null
                || choice.number() != number
                || choice.state() == Choice.State.OVER
                || !now.isBefore(choice.until())) {
            return Refused.because(Refusal.LINK_OVER);
        }
        if (wanted != null && !choice.therapists().contains(wanted)) {
            return Refused.because(Refusal.NO_SUCH_THERAPIST);
        }
        Choice answered = choice.answered(wanted, now);
        if (choice.state() == Choice.State.ANSWERED && choice.wanted().equals(answered.wanted())) {
            return new Unchanged(referral);
        }
        if (!isOpen(referral)) {
            return Refused.because(Refusal.LINK_OVER);
        }
        UUID owner = referral.owner() == null ? choice.by() : referral.owner();
        String what = wanted == null ? "choice-none" : "choice-made";
        String[] name = wanted == null ? new String[0] : new String[] {wanted.toString()};
        return new Decided(
                referral.with(referral.desk().asking(answered).resumed(now))
                        .with(HistoryLines.desk(what, now, null, name)),
                List.of(new ReferralEvent.ChoiceMade(referral.inquiryId(), number, wanted, owner, now)));
    }

    /** Whether the person can still answer, or answer otherwise. An offer makes an answer final, whatever became of the offer. */
    public static boolean isOpen(Referral referral) {
        Choice choice = referral.desk().choice();
        if (choice == null
                || choice.state() == Choice.State.OVER
                || referral.state() != ReferralState.READY_FOR_TRIAGE) {
            return false;
        }
        Instant answeredAt = choice.answeredAt();
        return answeredAt == null
                || referral.offers().stream().allMatch(offer -> offer.madeAt().isBefore(answeredAt));
    }

    /** Whom they would like cannot be asked any more; the coordinator, who waited for it, sees so. */
    public static Decided notPossible(Decided chosen, UUID wanted, Instant now) {
        return new Decided(
                chosen.referral().with(HistoryLines.desk("choice-not-possible", now, null, wanted.toString())),
                chosen.events());
    }

    /** The person did not answer in time: it is the practice's turn again. */
    public static ReferralDecision lapse(Referral referral, Instant now) {
        Choice choice = referral.desk().choice();
        if (choice == null || !choice.isAsked() || now.isBefore(choice.until())) {
            return new Unchanged(referral);
        }
        return new Decided(
                referral.with(referral.desk().notAsking(now)).with(HistoryLines.desk("choice-lapsed", now, null)),
                List.of());
    }
}
