package org.rapport.matching.roster.domain;

import java.util.List;

/** What became of reading an entry. */
public sealed interface EntryReading {
    record Read(Therapist therapist) implements EntryReading {}

    /** Every fault, not only the first. */
    record Faulty(List<EntryFault> faults) implements EntryReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
