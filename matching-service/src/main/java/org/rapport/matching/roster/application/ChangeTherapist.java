package org.rapport.matching.roster.application;

import org.rapport.matching.roster.domain.RosterEntry;

/**
 * Puts an entry in the place of what was seen.
 *
 * @param version of the entry that was seen; 0 for a new therapist
 */
public record ChangeTherapist(RosterEntry entry, long version) {}
