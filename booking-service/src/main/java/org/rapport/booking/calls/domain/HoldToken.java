package org.rapport.booking.calls.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The key to a hold: the call's id, so that it is found by key, and 256 random bits that only the holder has. The store
 * keeps {@link #hash()} alone: who reads the store cannot use the holds in it.
 */
public record HoldToken(CallId callId, String secret) {

    private static final int SECRET_BYTES = 32;
    private static final int TOKEN_BYTES = 2 * Long.BYTES + SECRET_BYTES;

    public static HoldToken of(CallId callId, byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a hold's secret has " + SECRET_BYTES + " bytes");
        }
        return new HoldToken(callId, HexFormat.of().formatHex(secret));
    }

    /** Reads {@link #text()}; empty for whatever else a link may carry. */
    public static Optional<HoldToken> parse(String text) {
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
        CallId callId = new CallId(new UUID(buffer.getLong(), buffer.getLong()));
        byte[] secret = new byte[SECRET_BYTES];
        buffer.get(secret);
        return Optional.of(of(callId, secret));
    }

    /** As it stands in links: base64url without padding. */
    public String text() {
        byte[] bytes = ByteBuffer.allocate(TOKEN_BYTES)
                .putLong(callId.value().getMostSignificantBits())
                .putLong(callId.value().getLeastSignificantBits())
                .put(HexFormat.of().parseHex(secret))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(secret));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "HoldToken[" + callId + "]";
    }
}
