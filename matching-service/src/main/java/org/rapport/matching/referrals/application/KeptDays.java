package org.rapport.matching.referrals.application;

import java.time.Instant;
import org.rapport.matching.referrals.domain.CurrentDays;
import org.rapport.matching.referrals.domain.PracticeDays;

/** The remembered days. */
public interface KeptDays extends CurrentDays {
    /** From now on every clock of this process counts with these; the others follow once they are kept. */
    void count(PracticeDays days);

    /** @param wakeAt when to ask again */
    void keep(PracticeDays days, Instant toldAt, Instant wakeAt);

    /** Nobody answered. */
    void askAgain(Instant wakeAt);
}
