package org.rapport.booking.waiting.domain;

import java.util.List;

/** Outcome of {@link WishRules#check}. */
public sealed interface WishCheck {

    record Accepted(TimeWish wish) implements WishCheck {}

    /** @param faults at least one, in the order of the form */
    record Rejected(List<WishFault> faults) implements WishCheck {

        public Rejected {
            faults = List.copyOf(faults);
        }
    }
}
