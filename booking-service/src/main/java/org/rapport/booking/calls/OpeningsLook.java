package org.rapport.booking.calls;

import java.time.Duration;
import org.rapport.booking.calls.application.IndexUpkeep;

/** Loads the openings into memory, then compares them with the store; openings come from the store where that fails. */
final class OpeningsLook implements Runnable {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int PAUSE_PER_LOOK = 20;

    private final IndexUpkeep upkeep;
    private boolean loaded;

    OpeningsLook(IndexUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    /** After a fault what was told of meanwhile may have been missed, so all is read again. */
    @Override
    public void run() {
        boolean wasLoaded = loaded;
        loaded = false;
        if (wasLoaded) {
            upkeep.look();
        } else {
            upkeep.load();
        }
        loaded = true;
    }

    /** Grows with the time a look takes, so that looking costs a twentieth of it at most. */
    static Duration pauseAfter(Duration look) {
        Duration pause = look.multipliedBy(PAUSE_PER_LOOK);
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
