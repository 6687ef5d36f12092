package org.rapport.booking.visitors.domain;

import java.time.Duration;

/** Whether something may be done once more, or as often more as was asked. */
public sealed interface Taking {

    record Granted() implements Taking {}

    /** @param after how long it may be tried again */
    record Refused(Duration after) implements Taking {}
}
