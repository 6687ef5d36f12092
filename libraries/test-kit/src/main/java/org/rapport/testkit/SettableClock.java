package org.rapport.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it, forwards or backwards; clocks made from it by zone move along. */
public final class SettableClock extends Clock {
    private final Moment now;
    private final ZoneId zone;

    private SettableClock(Moment now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** In UTC. */
    public static SettableClock at(Instant now) {
        return new SettableClock(new Moment(now), ZoneOffset.UTC);
    }

    /** At an ISO 8601 instant such as {@code 2026-11-01T05:30:00Z}. */
    public static SettableClock at(String now) {
        return at(Instant.parse(now));
    }

    public void set(Instant moment) {
        now.set(moment);
    }

    public void advance(Duration time) {
        now.advance(time);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public SettableClock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }

    /** Shared by the clocks of all zones. */
    private static final class Moment {
        private Instant instant;

        Moment(Instant instant) {
            this.instant = instant;
        }

        synchronized Instant get() {
            return instant;
        }

        synchronized void set(Instant moment) {
            instant = moment;
        }

        synchronized void advance(Duration time) {
            instant = instant.plus(time);
        }
    }
}
