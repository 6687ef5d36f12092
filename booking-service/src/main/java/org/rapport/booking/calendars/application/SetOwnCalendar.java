package org.rapport.booking.calendars.application;

import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.HostId;

/**
 * Says where a host's own calendar is and what to do with it.
 *
 * @param address as typed; empty to keep the one that is stored
 * @param staleAfterHours as typed
 * @param whenUnreadable as chosen
 */
public record SetOwnCalendar(
        HostId host,
        @Nullable String address,
        @Nullable String staleAfterHours,
        @Nullable String whenUnreadable) {

    /** The address is a secret. */
    @Override
    public String toString() {
        return "SetOwnCalendar[" + host + "]";
    }
}
