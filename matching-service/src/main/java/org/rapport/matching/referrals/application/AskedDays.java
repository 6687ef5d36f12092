package org.rapport.matching.referrals.application;

import java.util.Optional;
import org.rapport.matching.referrals.domain.PracticeDays;

/** Asks whoever has the practice's days; empty when nobody answers. */
public interface AskedDays {
    Optional<PracticeDays> ask();
}
