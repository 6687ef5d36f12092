package org.rapport.matching.roster.domain;

import java.time.LocalDate;

/**
 * An authority to practise in the other states of a compact, on top of the licence of the home state.
 *
 * @param compact code, for example {@code PSYPACT}
 * @param expires the last day on which it is valid
 */
public record CompactAuthority(String compact, String homeState, String number, LocalDate expires) {}
