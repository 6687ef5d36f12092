package org.rapport.booking.hosts.application;

import java.util.List;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.SettingFault;

/** What became of a change of a host's hours. */
public sealed interface HoursDecision {

    record Changed(Host host) implements HoursDecision {}

    record Rejected(List<SettingFault> faults) implements HoursDecision {

        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /** Somebody saved since; nothing was written. */
    record Stale(Host asStored) implements HoursDecision {}

    record Unknown() implements HoursDecision {}
}
