package org.rapport.booking.inquiries.domain;

import java.util.List;

/** Outcome of {@link PersonRules#check}. */
public sealed interface PersonCheck {

    record Accepted(Person person) implements PersonCheck {}

    /** @param faults at least one, in the order of the form */
    record Rejected(List<PersonFault> faults) implements PersonCheck {

        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
