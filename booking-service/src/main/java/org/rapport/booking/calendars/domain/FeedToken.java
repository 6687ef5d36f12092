package org.rapport.booking.calendars.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.rapport.booking.hosts.domain.HostId;

/**
 * The key to a host's feed: the host's id, so that the feed is found by key, and 256 random bits that stand in its address
 * alone. The store keeps {@link #hash()}.
 */
public record FeedToken(HostId host, String secret) {

    private static final int SECRET_BYTES = 32;
    private static final int TOKEN_BYTES = 2 * Long.BYTES + SECRET_BYTES;

    public static FeedToken of(HostId host, byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a feed's secret has " + SECRET_BYTES + " bytes");
        }
        return new FeedToken(host, HexFormat.of().formatHex(secret));
    }

    /** Reads {@link #text()}; empty for whatever else an address may carry. */
    public static Optional<FeedToken> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != TOKEN_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        HostId host = new HostId(new UUID(buffer.getLong(), buffer.getLong()));
        byte[] secret = new byte[SECRET_BYTES];
        buffer.get(secret);
        return Optional.of(of(host, secret));
    }

    /** As it stands in the address: base64url without padding. */
    public String text() {
        byte[] bytes = ByteBuffer.allocate(TOKEN_BYTES)
                .putLong(host.value().getMostSignificantBits())
                .putLong(host.value().getLeastSignificantBits())
                .put(HexFormat.of().parseHex(secret))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(secret));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    boolean hasHash(String stored) {
        return MessageDigest.isEqual(
                stored.getBytes(StandardCharsets.US_ASCII), hash().getBytes(StandardCharsets.US_ASCII));
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "FeedToken[" + host + "]";
    }
}
