package org.rapport.booking.calls.application;

import java.time.ZoneId;
import java.util.List;
import org.rapport.booking.calls.application.HoldBundle.TherapistTime;
import org.rapport.booking.calls.domain.HoldToken;

/**
 * Other times with the same therapists, in the place of those that are held.
 *
 * @param times as many as are held, in their order
 */
public record ChangeBundle(HoldToken token, List<TherapistTime> times, ZoneId clientZone) {

    public ChangeBundle {
        times = List.copyOf(times);
    }
}
