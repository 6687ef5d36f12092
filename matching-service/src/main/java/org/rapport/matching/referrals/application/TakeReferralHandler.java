package org.rapport.matching.referrals.application;

import java.time.Clock;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;

/** Changes the owner. */
public final class TakeReferralHandler {
    private final Referrals referrals;
    private final Clock clock;

    public TakeReferralHandler(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    public ReferralDecision handle(TakeReferral command) {
        return referrals.decide(
                command.inquiryId(), Known.or(referral -> referral.take(command.coordinatorId(), clock.instant())));
    }
}
