package org.rapport.booking.calls.domain;

import java.time.Instant;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;

/** A time at which a host can be called: advice, until it is held. */
public record Opening(HostId hostId, String hostName, Interval time) {

    public Instant start() {
        return time.start();
    }
}
