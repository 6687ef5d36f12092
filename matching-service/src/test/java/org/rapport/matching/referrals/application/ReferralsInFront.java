package org.rapport.matching.referrals.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapport.matching.referrals.domain.InMemoryReferrals;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralEvent;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Saving;
import org.rapport.matching.referrals.domain.Selection;

/** Passes everything on; a test says what goes wrong on the way. */
class ReferralsInFront implements Referrals {
    private final InMemoryReferrals kept;

    ReferralsInFront(InMemoryReferrals kept) {
        this.kept = kept;
    }

    @Override
    public Optional<Referral> find(UUID inquiryId) {
        return kept.find(inquiryId);
    }

    @Override
    public Saving save(Referral referral, List<ReferralEvent> events) {
        return kept.save(referral, events);
    }

    @Override
    public List<Referral> list(Selection selection, Selection.Order order, int limit) {
        return kept.list(selection, order, limit);
    }

    @Override
    public long count(Selection selection) {
        return kept.count(selection);
    }

    @Override
    public List<Referral> offeredTo(UUID therapistId, int limit) {
        return kept.offeredTo(therapistId, limit);
    }

    @Override
    public List<Referral> seatedWith(UUID therapistId) {
        return kept.seatedWith(therapistId);
    }
}
