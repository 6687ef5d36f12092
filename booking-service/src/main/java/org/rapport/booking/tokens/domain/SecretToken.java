package org.rapport.booking.tokens.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The id of what it opens, so that this is found by key, and 256 random bits that stand in an address alone. The store keeps
 * {@link #hash()}: who reads the store cannot use what is in it.
 *
 * @param secret in hexadecimal
 */
public record SecretToken(UUID id, String secret) {

    private static final int SECRET_BYTES = 32;
    private static final int TOKEN_BYTES = 2 * Long.BYTES + SECRET_BYTES;

    public static SecretToken of(UUID id, byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a secret has " + SECRET_BYTES + " bytes");
        }
        return new SecretToken(id, HexFormat.of().formatHex(secret));
    }

    /** Reads {@link #text()}; empty for whatever else an address may carry. */
    public static Optional<SecretToken> parse(String text) {
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
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        byte[] secret = new byte[SECRET_BYTES];
        buffer.get(secret);
        return Optional.of(of(id, secret));
    }

    /** As it stands in the address: base64url without padding. */
    public String text() {
        byte[] bytes = ByteBuffer.allocate(TOKEN_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(HexFormat.of().parseHex(secret))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 in hexadecimal. */
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
        return "SecretToken[" + id + "]";
    }
}
