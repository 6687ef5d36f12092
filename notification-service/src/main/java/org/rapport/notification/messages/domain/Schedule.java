package org.rapport.notification.messages.domain;

import java.time.Duration;

/**
 * When a practice reminds.
 *
 * @param dayReminder how long before a call the first reminder goes
 * @param hourReminder how long before it the second one
 * @param offerReminder how long before an offer lapses its therapist is asked once more
 * @param moveGrace how long somebody may take back a move before anybody is told
 */
public record Schedule(Duration dayReminder, Duration hourReminder, Duration offerReminder, Duration moveGrace) {
    public Schedule {
        if (hourReminder.compareTo(Duration.ZERO) <= 0 || dayReminder.compareTo(hourReminder) <= 0) {
            throw new IllegalArgumentException(
                    "the first reminder must come before the second, and both before the call: " + dayReminder + " and "
                            + hourReminder);
        }
        if (offerReminder.compareTo(Duration.ZERO) <= 0 || moveGrace.isNegative()) {
            throw new IllegalArgumentException("an offer is reminded of before it lapses, and nobody is told early: "
                    + offerReminder + " and " + moveGrace);
        }
    }
}
