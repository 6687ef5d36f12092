package org.rapport.booking.waiting.domain;

import java.util.Optional;

/** The times that calls gave back. */
public interface FreedTimes {

    Optional<FreedTime> find(FreedTimeId id);

    /** Writes it if nobody wrote it since it was read; it is woken when it has to act next. */
    Saving save(FreedTime freed);
}
