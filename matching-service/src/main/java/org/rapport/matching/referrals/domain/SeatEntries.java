package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.List;

/** What the kept referrals and caseloads say about seats and offers. */
public interface SeatEntries {
    /** Of those written at that moment or later, also those that no longer hold a seat; from the epoch on, of all. */
    List<SeatEntry> changedSince(Instant moment);
}
