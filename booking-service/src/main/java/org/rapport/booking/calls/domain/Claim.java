package org.rapport.booking.calls.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.IsoWeek;

/**
 * What the store lets one call have, whatever the code above does: five minutes of a host, five minutes of a person, one
 * of the places a host has on a day or in a week. Two calls that overlap share at least one claim, and a host whose
 * places are numbered from 1 to the cap cannot have one call more.
 *
 * @param key as stored under the unique key
 */
public record Claim(Kind kind, String key) {

    public enum Kind {
        HOST_TIME,
        CLIENT_TIME,
        CLIENT_UNPROVEN,
        DAY_PLACE,
        WEEK_PLACE
    }

    public static List<Claim> covering(HostId host, Interval blocked) {
        return quanta(Kind.HOST_TIME, "host|" + host + "|", blocked);
    }

    public static List<Claim> covering(ClientKey client, Interval time) {
        return quanta(Kind.CLIENT_TIME, "client|" + client + "|", time);
    }

    /** The one call that may stand under an address nobody has shown to be theirs. */
    public static Claim unproven(ClientKey client) {
        return new Claim(Kind.CLIENT_UNPROVEN, "client|" + client + "|unproven");
    }

    /** Whether it is a person's and not a host's. */
    public boolean isClients() {
        return kind == Kind.CLIENT_TIME || kind == Kind.CLIENT_UNPROVEN;
    }

    /** @param date on the host's own calendar */
    static Claim onDay(HostId host, LocalDate date, int number) {
        return new Claim(Kind.DAY_PLACE, "host|" + host + "|day|" + date + "|" + number);
    }

    /** @param week on the host's own calendar */
    static Claim inWeek(HostId host, IsoWeek week, int number) {
        return new Claim(Kind.WEEK_PLACE, "host|" + host + "|week|" + week + "|" + number);
    }

    private static List<Claim> quanta(Kind kind, String prefix, Interval interval) {
        return LongStream.range(Quantum.of(interval.start()), Quantum.from(interval.end()))
                .mapToObj(quantum -> new Claim(kind, prefix + quantum))
                .toList();
    }
}
