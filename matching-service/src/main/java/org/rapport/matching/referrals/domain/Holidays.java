package org.rapport.matching.referrals.domain;

import java.time.LocalDate;

/** Days on which nobody works. */
@FunctionalInterface
public interface Holidays {
    boolean include(LocalDate day);
}
