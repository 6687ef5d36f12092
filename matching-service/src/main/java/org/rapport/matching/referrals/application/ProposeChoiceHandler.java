package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.referrals.domain.ChoiceRules;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Refusal;

/** Shows only those whom the hard rules let through at this moment. */
public final class ProposeChoiceHandler {
    private final Referrals referrals;
    private final RankCandidates candidates;
    private final Clock clock;
    private final Duration validFor;

    public ProposeChoiceHandler(Referrals referrals, RankCandidates candidates, Clock clock, Duration validFor) {
        this.referrals = referrals;
        this.candidates = candidates;
        this.clock = clock;
        this.validFor = validFor;
    }

    public ReferralDecision handle(ProposeChoice command) {
        return referrals.decide(command.inquiryId(), Known.or(referral -> propose(referral, command)));
    }

    private ReferralDecision propose(Referral referral, ProposeChoice command) {
        Intake intake = referral.facts().intake();
        if (intake == null) {
            return new Refused(Refusal.NOT_READY, List.of());
        }
        List<Failure> failures = new ArrayList<>();
        for (UUID therapistId : command.therapists()) {
            Optional<List<Failure>> own = candidates.failures(therapistId, intake.criteria());
            if (own.isEmpty()) {
                return new Refused(Refusal.NO_SUCH_THERAPIST, List.of());
            }
            if (referral.desk().barred().contains(therapistId)) {
                return new Refused(Refusal.CONFLICT, List.of());
            }
            failures.addAll(own.get());
        }
        return ChoiceRules.propose(
                referral,
                command.therapists(),
                command.offerAtOnce(),
                failures,
                command.by(),
                clock.instant(),
                validFor);
    }
}
