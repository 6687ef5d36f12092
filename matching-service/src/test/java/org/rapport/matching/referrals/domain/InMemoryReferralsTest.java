package org.rapport.matching.referrals.domain;

class InMemoryReferralsTest extends ReferralsContract {
    private final InMemoryReferrals referrals = new InMemoryReferrals();

    @Override
    protected Referrals referrals() {
        return referrals;
    }

    @Override
    protected Seats seats() {
        return referrals;
    }

    @Override
    protected SeatEntries entries() {
        return referrals;
    }
}
