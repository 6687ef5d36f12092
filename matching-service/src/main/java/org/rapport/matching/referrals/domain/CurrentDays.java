package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.Optional;

/** The practice's days as last told; they are remembered, also while nobody can be asked. */
public interface CurrentDays {
    PracticeDays now();

    /** When they were last told; empty if never, and then every day of the week is taken for a working day. */
    Optional<Instant> toldAt();
}
