package org.rapport.booking.hosts.application;

import java.util.List;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.SettingFault;

/** What became of a change of the practice's settings. */
public sealed interface PracticeDecision {

    record Changed(PracticeSettings settings) implements PracticeDecision {}

    record Rejected(List<SettingFault> faults) implements PracticeDecision {

        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /** Somebody saved since; nothing was written. */
    record Stale(PracticeSettings asStored) implements PracticeDecision {}
}
