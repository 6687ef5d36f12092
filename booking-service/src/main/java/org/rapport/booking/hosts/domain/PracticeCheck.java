package org.rapport.booking.hosts.domain;

import java.util.List;

/** Outcome of {@link PracticeRules#check}. */
public sealed interface PracticeCheck {

    record Accepted(PracticeSettings settings) implements PracticeCheck {}

    /** @param faults at least one */
    record Rejected(List<SettingFault> faults) implements PracticeCheck {

        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
