package org.rapport.booking.requests.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where the ids and secrets of a command come from that was sent with a key: the same again when it is sent again. */
public final class RequestSeed {

    /** The request attribute that holds it; absent where no key was sent. */
    public static final String ATTRIBUTE = "org.rapport.booking.request-seed";

    private final String seed;

    RequestSeed(String seed) {
        this.seed = seed;
    }

    /** A UUID made of a name, of version 5: those whose bits mean something (version 8) are never met by chance. */
    public UUID id(String use) {
        ByteBuffer bytes = ByteBuffer.wrap(secret(use));
        long most = (bytes.getLong() & ~0xF000L) | 0x5000L;
        long least = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /** 32 bytes that nobody can tell who has not both the key and the secret of the practice. */
    public byte[] secret(String use) {
        return Digests.sha256((seed + "|" + use).getBytes(StandardCharsets.UTF_8));
    }
}
