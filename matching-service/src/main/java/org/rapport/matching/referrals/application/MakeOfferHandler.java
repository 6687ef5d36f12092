package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Refusal;

/** Offers only to whom the hard rules let through at this moment. */
public final class MakeOfferHandler {
    private final Referrals referrals;
    private final RankCandidates candidates;
    private final GoOn goOn;
    private final Clock clock;
    private final Duration validFor;

    public MakeOfferHandler(Referrals referrals, RankCandidates candidates, GoOn goOn, Clock clock, Duration validFor) {
        this.referrals = referrals;
        this.candidates = candidates;
        this.goOn = goOn;
        this.clock = clock;
        this.validFor = validFor;
    }

    public ReferralDecision handle(MakeOffer command) {
        return referrals.decide(
                command.inquiryId(), Known.or(referral -> goOn.lapsing(referral, current -> offer(current, command))));
    }

    private ReferralDecision offer(Referral referral, MakeOffer command) {
        Intake intake = referral.facts().intake();
        if (intake == null) {
            return new ReferralDecision.Refused(Refusal.NOT_READY, List.of());
        }
        Optional<List<Failure>> failures = candidates.failures(command.therapistId(), intake.criteria());
        if (failures.isEmpty()) {
            return new ReferralDecision.Refused(Refusal.NO_SUCH_THERAPIST, List.of());
        }
        return referral.offer(
                command.therapistId(), failures.get(), command.coordinatorId(), clock.instant(), validFor);
    }
}
