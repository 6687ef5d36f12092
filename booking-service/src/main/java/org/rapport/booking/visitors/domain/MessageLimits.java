package org.rapport.booking.visitors.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many messages strangers can cause to one address. Nobody is told that it is too many: who types an address would learn
 * from it whether somebody else did.
 */
public final class MessageLimits {

    private final Limits limits;

    public MessageLimits(Limits limits) {
        this.limits = limits;
    }

    /** Counts one more to each; whether one of them has had enough. */
    public boolean areReached(@Nullable String email, @Nullable String phone) {
        boolean byEmail = email != null && isReached("email|" + email.toLowerCase(Locale.ROOT));
        boolean byPhone = phone != null && isReached("phone|" + phone);
        return byEmail || byPhone;
    }

    private boolean isReached(String address) {
        return limits.take(Limited.MESSAGES, hash(address)) instanceof Taking.Refused;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
