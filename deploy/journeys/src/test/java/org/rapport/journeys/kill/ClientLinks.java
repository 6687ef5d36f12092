package org.rapport.journeys.kill;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rapport.contracts.ClientLink;

/** Clients' links as {@code org.rapport.web.SignedLinks} signs them: people have them from their mail, which is not read here. */
final class ClientLinks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LASTS = Duration.ofDays(1);

    private final byte[] key;

    ClientLinks(String secret) {
        this.key =
                mac(secret.getBytes(StandardCharsets.UTF_8), "rapport:signed-links".getBytes(StandardCharsets.UTF_8));
    }

    /** @param about id of the call, or of the inquiry whose questionnaire it leads to */
    String token(ClientLink link, UUID about) {
        byte[] purpose = link.purpose().getBytes(StandardCharsets.UTF_8);
        byte[] subject = about.toString().getBytes(StandardCharsets.UTF_8);
        long expiry = Instant.now().plus(LASTS).toEpochMilli();
        byte[] signed = ByteBuffer.allocate(Integer.BYTES + purpose.length + Long.BYTES + subject.length)
                .putInt(purpose.length)
                .put(purpose)
                .putLong(expiry)
                .put(subject)
                .array();
        byte[] mac = mac(key, signed);
        byte[] token = ByteBuffer.allocate(Long.BYTES + subject.length + mac.length)
                .putLong(expiry)
                .put(subject)
                .put(mac)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
