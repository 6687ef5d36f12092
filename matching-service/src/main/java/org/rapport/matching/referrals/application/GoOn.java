package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.referrals.domain.DeskRules;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;
import org.rapport.matching.referrals.domain.ReferralEvent;

/**
 * Goes on as the coordinator planned: for each offer that ended without a yes, the next therapist on her list is asked in the same write.
 * One who meanwhile fails a hard rule, or is asked already, is passed over, which the history says. Without a list nothing happens: nobody is asked whom no
 * person chose.
 */
public final class GoOn {
    private final RankCandidates candidates;
    private final Clock clock;
    private final Duration validFor;

    public GoOn(RankCandidates candidates, Clock clock, Duration validFor) {
        this.candidates = candidates;
        this.clock = clock;
        this.validFor = validFor;
    }

    /** Whatever offers are past their time by now lapse first, so that none of them is missed because another command found it. */
    ReferralDecision lapsing(Referral referral, Function<Referral, ReferralDecision> rule) {
        if (!(after(referral.lapse(clock.instant())) instanceof Decided lapsed)) {
            return after(rule.apply(referral));
        }
        return switch (after(rule.apply(lapsed.referral()))) {
            case Decided decided -> decided.after(lapsed.events());
            case Unchanged _ -> lapsed;
            case Refused refused -> refused;
        };
    }

    ReferralDecision after(ReferralDecision decision) {
        if (!(decision instanceof Decided decided)) {
            return decision;
        }
        Decided next = decided;
        for (long ended = ended(decided); ended > 0; ended--) {
            Decided asked = askNext(next);
            // Offering, too, finds what is past its time.
            ended += ended(asked) - ended(next);
            next = asked;
        }
        return next;
    }

    private static long ended(Decided decided) {
        return decided.events().stream()
                .filter(event ->
                        event instanceof ReferralEvent.OfferDeclined || event instanceof ReferralEvent.OfferLapsed)
                .count();
    }

    private Decided askNext(Decided decided) {
        Referral referral = decided.referral();
        Intake intake = referral.facts().intake();
        List<UUID> planned = referral.desk().onward();
        if (intake == null || planned.isEmpty()) {
            return decided;
        }
        UUID therapistId = planned.getFirst();
        List<Failure> failures =
                candidates.failures(therapistId, intake.criteria()).orElse(List.of());
        boolean possible = failures.isEmpty()
                && candidates.knows(therapistId)
                && !referral.desk().barred().contains(therapistId)
                && referral.openOfferTo(therapistId).isEmpty();
        ReferralDecision asked = possible
                ? referral.offer(therapistId, failures, coordinator(referral), clock.instant(), validFor)
                : DeskRules.passOver(referral, therapistId, clock.instant());
        if (!(asked instanceof Decided then)) {
            return decided;
        }
        Decided next = then.after(decided.events());
        return possible ? next : askNext(next);
    }

    private static UUID coordinator(Referral referral) {
        UUID owner = referral.owner();
        Offer last = referral.offers().getLast();
        return owner == null ? last.coordinatorId() : owner;
    }
}
