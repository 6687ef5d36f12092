package org.rapport.matching.referrals.domain;

import java.util.Map;
import java.util.UUID;

/** The therapists' numbered seats; the same unique key holds those of referrals and of existing clients. */
public interface Seats {
    /** Seats that have a holder, by therapist. A therapist without any may be absent. */
    Map<UUID, Integer> taken();

    /**
     * Gives seats 1 to {@code count} to clients who were there before. Saying it again changes nothing.
     *
     * @throws IllegalStateException when a referral holds one of these seats: they are given before anyone is matched
     */
    void holdForExistingClients(UUID therapistId, int count);
}
