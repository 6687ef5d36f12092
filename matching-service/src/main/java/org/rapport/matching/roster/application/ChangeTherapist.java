package org.rapport.matching.roster.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.domain.RosterEntry;

/**
 * Puts an entry in the place of what was seen.
 *
 * @param seen when the entry that was seen was last changed; absent for a new therapist
 */
public record ChangeTherapist(RosterEntry entry, @Nullable Instant seen) {}
