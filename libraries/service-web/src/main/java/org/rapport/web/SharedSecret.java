package org.rapport.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The one secret all services share. It never signs anything itself: every use has a key derived for that use alone. */
final class SharedSecret {
    static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_CHARACTERS = 32;

    private final SecretKeySpec root;

    SharedSecret(@Nullable String secret) {
        if (secret == null || secret.strip().length() < FEWEST_CHARACTERS) {
            throw new SecretMissing(FEWEST_CHARACTERS);
        }
        this.root = new SecretKeySpec(secret.strip().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    SecretKey keyFor(String use) {
        return new SecretKeySpec(mac(root, ("rapport:" + use).getBytes(StandardCharsets.UTF_8)), ALGORITHM);
    }

    static byte[] mac(SecretKey key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
