package org.rapport.booking.calendars.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.HostId;

/** Where own calendars are kept: one document for each host who ever had one. */
public interface OwnCalendars {

    Optional<OwnCalendar> find(HostId host);

    /**
     * Some of all there are or were, in the order of their hosts' ids.
     *
     * @param after the last one had before; absent for the first ones
     */
    List<OwnCalendar> some(@Nullable HostId after, int most);

    /** Writes calendar and events together and wakes it when it is to be read, unless somebody wrote since it was read. */
    Saving save(OwnCalendar calendar, List<OwnCalendarEvent> events);

    /** Changes what a host has chosen; a reading that ends meanwhile does not stand in the way. */
    default OwnCalendar change(HostId host, UnaryOperator<OwnCalendar> change) {
        for (int attempt = 0; attempt < 20; attempt++) {
            OwnCalendar changed = change.apply(find(host).orElseGet(() -> OwnCalendar.none(host)));
            if (save(changed, List.of()) == Saving.SAVED) {
                return changed;
            }
        }
        throw new IllegalStateException("an own calendar is written by too many at once: " + host);
    }
}
