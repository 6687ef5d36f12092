package org.rapport.booking.calls.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Names a call. The calls of a {@link Bundle} are numbered in the last bits, so that the document they are in is found by
 * the id of any of them; a UUID of version 8, whose bits are ours, tells such ids from all others.
 */
public record CallId(UUID value) {

    static final int MOST_IN_BUNDLE = 3;
    private static final int OURS = 8;
    private static final long NUMBER = 3;

    /** The id of the first call of a bundle, made of any other id. */
    public static CallId ofBundle(UUID any) {
        long version = (any.getMostSignificantBits() & ~0xF000L) | ((long) OURS << 12);
        return new CallId(new UUID(version, any.getLeastSignificantBits() & ~NUMBER));
    }

    /** The same request always books the same call, so that sending it again is harmless. */
    public static CallId ofRequest(UUID requestId) {
        return new CallId(UUID.nameUUIDFromBytes(("call|" + requestId).getBytes(StandardCharsets.UTF_8)));
    }

    public boolean isInBundle() {
        return value.version() == OURS;
    }

    /** The first call of the bundle it is in; itself if it is in none. */
    public CallId lead() {
        return isInBundle() ? inBundle(0) : this;
    }

    public CallId inBundle(int number) {
        return new CallId(
                new UUID(value.getMostSignificantBits(), (value.getLeastSignificantBits() & ~NUMBER) | number));
    }

    /** Beginning with 0. */
    public int number() {
        return isInBundle() ? (int) (value.getLeastSignificantBits() & NUMBER) : 0;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
