package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.referrals.domain.DeskRules;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralEvent;

/**
 * Goes on as the coordinator planned: for each offer that ended without a yes, the next therapist on her list is asked in the same write.
 * One who meanwhile fails a hard rule is passed over, which the history says. Without a list nothing happens: nobody is asked whom no
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

    ReferralDecision after(ReferralDecision decision) {
        if (!(decision instanceof Decided decided)) {
            return decision;
        }
        long ended = decided.events().stream()
                .filter(event ->
                        event instanceof ReferralEvent.OfferDeclined || event instanceof ReferralEvent.OfferLapsed)
                .count();
        Decided next = decided;
        for (long i = 0; i < ended; i++) {
            next = askNext(next);
        }
        return next;
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
        boolean possible = failures.isEmpty() && candidates.knows(therapistId);
        ReferralDecision asked = possible
                ? referral.offer(therapistId, failures, coordinator(referral), clock.instant(), validFor)
                : DeskRules.passOver(referral, therapistId, clock.instant());
        if (!(asked instanceof Decided then)) {
            return decided;
        }
        List<ReferralEvent> events = new ArrayList<>(decided.events());
        events.addAll(then.events());
        Decided next = new Decided(then.referral(), events);
        return possible ? next : askNext(next);
    }

    private static UUID coordinator(Referral referral) {
        UUID owner = referral.owner();
        Offer last = referral.offers().getLast();
        return owner == null ? last.coordinatorId() : owner;
    }
}
