package org.rapport.matching.referrals.mongo;

import org.junit.jupiter.api.Nested;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.ReferralsContract;
import org.rapport.matching.referrals.domain.SeatEntries;
import org.rapport.matching.referrals.domain.Seats;

class MongoReferralsIT extends RunningMatching {
    @Nested
    class OnTheStore extends ReferralsContract {
        @Override
        protected Referrals referrals() {
            return context.getBean(MongoReferrals.class);
        }

        @Override
        protected Seats seats() {
            return context.getBean(MongoReferrals.class);
        }

        @Override
        protected SeatEntries entries() {
            return context.getBean(MongoReferrals.class);
        }
    }
}
