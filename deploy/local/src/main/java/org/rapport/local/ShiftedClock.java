package org.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The machine's clock moved by an offset, which all services of a local run share and which outlasts a restart: what was
 * decided in the moved time must not lie in the future afterwards.
 */
public final class ShiftedClock extends Clock {
    private final Path file;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration offset;

    private ShiftedClock(Path file, Duration offset) {
        this.file = file;
        this.offset = offset;
    }

    static ShiftedClock kept(Path file) {
        try {
            return new ShiftedClock(
                    file,
                    Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException("The clock's offset " + file.toAbsolutePath() + " cannot be read", e);
        }
    }

    public Duration offset() {
        return offset;
    }

    /** Moves the clock of all services, forwards or backwards. */
    public synchronized void shift(Duration by) {
        Duration moved = offset.plus(by);
        try {
            Files.writeString(file, moved.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The clock's offset cannot be kept", e);
        }
        offset = moved;
        listeners.forEach(Runnable::run);
    }

    void onShift(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public Instant instant() {
        return Instant.now(Clock.systemUTC()).plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : new Zoned(this, zone);
    }

    private static final class Zoned extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        Zoned(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
