package org.rapport.booking.hosts.domain;

import java.util.List;

/** Outcome of {@link HoursRules#check}. */
public sealed interface HoursCheck {

    record Accepted(HostHours hours, CallTerms terms, boolean hosting, int weight) implements HoursCheck {}

    /** @param faults at least one, in the order of the form */
    record Rejected(List<SettingFault> faults) implements HoursCheck {

        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
