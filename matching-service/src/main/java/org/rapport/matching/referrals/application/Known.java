package org.rapport.matching.referrals.application;

import java.util.List;
import java.util.function.Function;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Refusal;

/** People's commands go to referrals that exist; only facts may create one. */
final class Known {
    private Known() {}

    static Function<Referral, ReferralDecision> or(Function<Referral, ReferralDecision> rule) {
        return referral -> referral.version() == 0
                ? new ReferralDecision.Refused(Refusal.NO_SUCH_REFERRAL, List.of())
                : rule.apply(referral);
    }
}
