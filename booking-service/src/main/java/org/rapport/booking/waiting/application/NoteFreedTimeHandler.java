package org.rapport.booking.waiting.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.waiting.domain.FreedTime;
import org.rapport.booking.waiting.domain.FreedTimes;

/** Puts a time that a call gave back on its way; told twice, it is there already. It is woken at once. */
public final class NoteFreedTimeHandler {

    private final FreedTimes freedTimes;
    private final Clock clock;

    public NoteFreedTimeHandler(FreedTimes freedTimes, Clock clock) {
        this.freedTimes = freedTimes;
        this.clock = clock;
    }

    public void handle(NoteFreedTime command) {
        if (command.start().isAfter(clock.instant())) {
            freedTimes.save(FreedTime.of(
                    command.id(),
                    command.host(),
                    command.start(),
                    command.freedAt().truncatedTo(ChronoUnit.MILLIS)));
        }
    }
}
