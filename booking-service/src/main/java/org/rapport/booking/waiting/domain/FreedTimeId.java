package org.rapport.booking.waiting.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.rapport.booking.calls.domain.CallId;

/**
 * Which call gave a time back, and by which of its changes: told twice, it is one freed time.
 *
 * @param revision of the call since the change
 */
public record FreedTimeId(CallId call, int revision) {

    /** Reads {@link #toString()}. */
    public static FreedTimeId parse(String text) {
        int slash = text.indexOf('/');
        return new FreedTimeId(
                new CallId(UUID.fromString(text.substring(0, slash))), Integer.parseInt(text.substring(slash + 1)));
    }

    /** The hold of the {@code number}th offer of this time; whoever makes that offer makes this hold. */
    CallId hold(int number) {
        String name = "wait-list|" + this + "|" + number;
        return new CallId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return call + "/" + revision;
    }
}
