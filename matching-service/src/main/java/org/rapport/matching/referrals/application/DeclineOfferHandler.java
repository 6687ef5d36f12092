package org.rapport.matching.referrals.application;

import java.time.Clock;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;

/** Returns the referral to its coordinator, or goes on as she planned. */
public final class DeclineOfferHandler {
    private final Referrals referrals;
    private final GoOn goOn;
    private final Clock clock;

    public DeclineOfferHandler(Referrals referrals, GoOn goOn, Clock clock) {
        this.referrals = referrals;
        this.goOn = goOn;
        this.clock = clock;
    }

    public ReferralDecision handle(DeclineOffer command) {
        return referrals.decide(
                command.inquiryId(),
                Known.or(referral -> goOn.lapsing(
                        referral,
                        current -> current.decline(
                                command.number(),
                                command.therapistId(),
                                command.reason(),
                                command.suggested(),
                                clock.instant()))));
    }
}
