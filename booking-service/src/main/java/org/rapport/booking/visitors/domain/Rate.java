package org.rapport.booking.visitors.domain;

import java.time.Duration;

/** So many times within so long; what was used comes back evenly. */
public record Rate(int times, Duration within) {

    public Rate {
        if (times < 1 || within.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a limit allows something, within a second or longer");
        }
    }
}
