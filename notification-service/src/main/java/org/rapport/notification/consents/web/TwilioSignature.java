package org.rapport.notification.consents.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code X-Twilio-Signature}: HMAC-SHA1, keyed with the account's token, of the address that was called, as the gateway knows it,
 * followed by name and value of every field in the order of their names.
 */
final class TwilioSignature {
    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;
    private final String address;

    TwilioSignature(String token, String address) {
        this.key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.address = address;
    }

    boolean fits(Map<String, List<String>> fields, String given) {
        return MessageDigest.isEqual(
                of(fields).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    String of(Map<String, List<String>> fields) {
        StringBuilder signed = new StringBuilder(address);
        // A field given twice counts once for each of its values.
        new TreeMap<>(fields)
                .forEach((name, values) -> new TreeSet<>(values)
                        .forEach(value -> signed.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
