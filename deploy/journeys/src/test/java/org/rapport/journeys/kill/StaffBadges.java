package org.rapport.journeys.kill;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bearer tokens as {@code org.rapport.web.StaffTokens} mints them, so that no identity provider has to run here. */
final class StaffBadges {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LASTS = Duration.ofHours(1);

    private final byte[] key;

    StaffBadges(String secret) {
        this.key = mac(secret.getBytes(StandardCharsets.UTF_8), "rapport:staff-tokens");
    }

    String coordinator(UUID id) {
        return badge(id, "COORDINATOR");
    }

    String therapist(UUID id) {
        return badge(id, "THERAPIST");
    }

    private String badge(UUID id, String role) {
        Instant now = Instant.now();
        String claims = """
                {"iss":"rapport","sub":"%s","iat":%d,"exp":%d,"name":"Staff","roles":["%s"]}\
                """.formatted(id, now.getEpochSecond(), now.plus(LASTS).getEpochSecond(), role);
        String signed = encoded("{\"alg\":\"HS256\"}") + "." + encoded(claims);
        return signed + "." + encoded(mac(key, signed));
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] mac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
