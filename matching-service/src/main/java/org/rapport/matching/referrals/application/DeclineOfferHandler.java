package org.rapport.matching.referrals.application;

import java.time.Clock;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;

/** Returns the referral to its coordinator. */
public final class DeclineOfferHandler {
    private final Referrals referrals;
    private final Clock clock;

    public DeclineOfferHandler(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    public ReferralDecision handle(DeclineOffer command) {
        return referrals.decide(
                command.inquiryId(),
                Known.or(referral ->
                        referral.decline(command.number(), command.therapistId(), command.reason(), clock.instant())));
    }
}
