package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.util.UUID;
import org.rapport.matching.referrals.domain.Referrals;

/** An offer's time has come. Called early or twice, it does nothing. */
public final class LapseOffer {
    private final Referrals referrals;
    private final Clock clock;

    public LapseOffer(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    public void on(UUID inquiryId) {
        referrals.decide(inquiryId, Known.or(referral -> referral.lapse(clock.instant())));
    }
}
