package org.rapport.matching.roster.application;

import java.util.List;
import org.rapport.matching.roster.domain.EntryFault;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists.Kept;

/** What became of a change of one entry. */
public sealed interface RosterDecision {
    /** Also when it stood so already. */
    record Changed(Therapist therapist) implements RosterDecision {}

    record Rejected(List<EntryFault> faults) implements RosterDecision {}

    /** Somebody else changed it since it was shown. */
    record Stale(Kept now) implements RosterDecision {}
}
