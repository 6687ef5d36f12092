package org.rapport.booking.hosts.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates on which a host is away.
 *
 * @param delegate who takes the host's calls meanwhile
 */
public record Leave(
        LocalDate first, LocalDate firstDayBack, @Nullable HostId delegate) {

    public Leave {
        if (!first.isBefore(firstDayBack)) {
            throw new IllegalArgumentException("a leave lasts a day at least: " + first + " to " + firstDayBack);
        }
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(first) && date.isBefore(firstDayBack);
    }
}
