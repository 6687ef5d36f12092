package org.rapport.booking.calls.domain;

import java.time.Duration;
import java.time.Instant;
import org.rapport.booking.calls.domain.CallState.Held;

/** For whom a time is held. */
public enum HoldKind {
    /** For who picked it: {@link Call#HOLD}, and once more. */
    PICKED,
    /** For who waited for it: {@link #OFFER}, and then it is the next one's turn. */
    OFFERED;

    /** How long a waiter has a time for themselves. Here it is decided; the wait list and its pages take it from here. */
    public static final Duration OFFER = Duration.ofMinutes(15);

    public Call of(Call hold, Instant now) {
        return switch (this) {
            case PICKED -> hold;
            case OFFERED -> hold.in(new Held(now.plus(OFFER), true, null, null), hold.clientZone(), hold.revision());
        };
    }
}
