package org.rapport.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;

/**
 * Tokens for links that work without signing in: base64url of 8 bytes expiry (ms), the subject, 32 bytes HMAC-SHA256. The purpose is signed
 * but not carried, so a link for one thing opens nothing else. A valid moment is strictly before the expiry.
 */
public final class SignedLinks {
    private static final int MAC_BYTES = 32;
    private static final int LONGEST_TOKEN = 512;
    private static final int LONGEST_SUBJECT = 256;

    private final SecretKey key;

    SignedLinks(SharedSecret secret) {
        this.key = secret.keyFor("signed-links");
    }

    public String sign(String purpose, String subject, Instant expiresAt) {
        byte[] subjectBytes = subject.getBytes(StandardCharsets.UTF_8);
        if (subjectBytes.length == 0 || subjectBytes.length > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("A link's subject has 1 to " + LONGEST_SUBJECT + " bytes");
        }
        long expiry = expiresAt.toEpochMilli();
        ByteBuffer token = ByteBuffer.allocate(Long.BYTES + subjectBytes.length + MAC_BYTES)
                .putLong(expiry)
                .put(subjectBytes)
                .put(mac(purpose, expiry, subjectBytes));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    public LinkVerdict verify(String token, String purpose, Instant now) {
        byte[] bytes = decode(token);
        if (bytes.length <= Long.BYTES + MAC_BYTES) {
            return new LinkVerdict.Invalid();
        }
        long expiry = ByteBuffer.wrap(bytes).getLong();
        byte[] subject = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length - MAC_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, bytes.length - MAC_BYTES, bytes.length);
        if (!MessageDigest.isEqual(mac, mac(purpose, expiry, subject))) {
            return new LinkVerdict.Invalid();
        }
        String name = new String(subject, StandardCharsets.UTF_8);
        Instant end = Instant.ofEpochMilli(expiry);
        return now.isBefore(end) ? new LinkVerdict.Valid(name, end) : new LinkVerdict.Expired(name, end);
    }

    private static byte[] decode(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return new byte[0];
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            // The decoder ignores spare bits of the last character; only the one spelling we wrote counts.
            String spelling = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return spelling.equals(token) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] mac(String purpose, long expiry, byte[] subject) {
        byte[] purposeBytes = purpose.getBytes(StandardCharsets.UTF_8);
        // The length goes in front, so no purpose and subject can be shifted into one another.
        ByteBuffer message = ByteBuffer.allocate(Integer.BYTES + purposeBytes.length + Long.BYTES + subject.length)
                .putInt(purposeBytes.length)
                .put(purposeBytes)
                .putLong(expiry)
                .put(subject);
        return SharedSecret.mac(key, message.array());
    }
}
