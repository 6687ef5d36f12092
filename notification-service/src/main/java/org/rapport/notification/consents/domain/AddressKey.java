package org.rapport.notification.consents.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.rapport.notification.messages.domain.Channel;

/**
 * An address without the address: its hash, so that what somebody said of a number holds for whoever comes with it, and the
 * number is not kept here. Whoever has the store can still try numbers; it keeps them out of lists and logs, not from a thief.
 */
public record AddressKey(Channel channel, String hash) {
    /** @param address a number as {@code +13125550142}, or a mail address in any spelling of its case */
    public static AddressKey of(Channel channel, String address) {
        String plain = switch (channel) {
            case EMAIL -> address.strip().toLowerCase(Locale.ROOT);
            case SMS -> address.replaceAll("[^+0-9]", "");
        };
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return new AddressKey(channel, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
