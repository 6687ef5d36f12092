package org.rapport.matching.referrals.domain;

import java.util.UUID;

/** The therapists' numbered seats; the same unique key holds those of referrals and of existing clients. */
public interface Seats {
    TakenSeats taken(UUID therapistId);

    /**
     * Gives so many seats to clients who came by no referral: the lowest free numbers, beyond the capacity if there are no others, for
     * these people are there. Said with another count later, it takes or gives back the difference.
     */
    void holdForExistingClients(UUID therapistId, int count);
}
