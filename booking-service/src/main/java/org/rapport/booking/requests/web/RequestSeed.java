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

    public UUID id(String use) {
        ByteBuffer bytes = ByteBuffer.wrap(secret(use));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** 32 bytes that nobody can tell who has not both the key and the secret of the practice. */
    public byte[] secret(String use) {
        return Digests.sha256((seed + "|" + use).getBytes(StandardCharsets.UTF_8));
    }
}
