package org.rapport.booking.waiting.domain;

import java.time.LocalTime;

/** When in the day a call can begin, on the clock of the person. */
public enum PartOfDay {
    /** Before noon. */
    MORNING,
    /** From noon to five. */
    AFTERNOON,
    /** From five on. */
    EVENING;

    private static final LocalTime EVENING_BEGINS = LocalTime.of(17, 0);

    static PartOfDay of(LocalTime time) {
        if (time.isBefore(LocalTime.NOON)) {
            return MORNING;
        }
        return time.isBefore(EVENING_BEGINS) ? AFTERNOON : EVENING;
    }
}
