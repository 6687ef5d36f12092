package org.rapport.booking.calls.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;

/**
 * Five minutes of a host. The store lets one call have it, whatever the code above does: two calls whose blocked times
 * overlap share at least one claim.
 */
public record Claim(HostId host, long quantum) {

    private static final long QUANTUM_SECONDS = Duration.ofMinutes(5).toSeconds();

    public static List<Claim> covering(HostId host, Interval blocked) {
        long first = Math.floorDiv(blocked.start().getEpochSecond(), QUANTUM_SECONDS);
        Instant end = blocked.end();
        long endSecond = end.getNano() > 0 ? end.getEpochSecond() + 1 : end.getEpochSecond();
        long behindLast = Math.ceilDiv(endSecond, QUANTUM_SECONDS);
        return LongStream.range(first, behindLast)
                .mapToObj(quantum -> new Claim(host, quantum))
                .toList();
    }

    /** As stored under the unique key. */
    public String key() {
        return "host|" + host + "|" + quantum;
    }
}
