package org.rapport.booking.calendars.ical;

import java.time.Duration;

/** What one file may cost: a number of starts looked at, and a time. */
final class Work {

    private static final long MOST_OF_ONE_RULE = 200_000;

    private final long deadline;
    private long left;

    Work(long most, Duration time) {
        this.left = most;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /** Asked before it is done: a rule that has begun cannot be stopped. */
    void take(long starts) {
        left -= starts;
        if (starts > MOST_OF_ONE_RULE || left < 0 || System.nanoTime() - deadline >= 0) {
            throw new TooMuch();
        }
    }
}
