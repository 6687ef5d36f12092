package org.rapport.booking.calls.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.Person;

/**
 * Somebody as the claims know them: by the hash of an e-mail address or of a phone number. Upper and lower case are one
 * address; whatever else two addresses differ in, they may be two people's.
 */
public record ClientKey(Means means, String hash) {

    private static final int HASH_CHARACTERS = 32;

    public enum Means {
        EMAIL,
        PHONE
    }

    public static List<ClientKey> of(Person person) {
        List<ClientKey> keys = new ArrayList<>();
        if (person.email() != null) {
            keys.add(hashed(Means.EMAIL, person.email().toLowerCase(Locale.ROOT)));
        }
        if (person.phone() != null) {
            keys.add(hashed(Means.PHONE, person.phone()));
        }
        return List.copyOf(keys);
    }

    /** Of the address our messages go to. */
    public static ClientKey reached(Person person) {
        Means means = person.channels().contains(Channel.EMAIL) ? Means.EMAIL : Means.PHONE;
        return of(person).stream()
                .filter(key -> key.means() == means)
                .findFirst()
                .orElseThrow();
    }

    /** Of the phone that texts go to beside the mail; empty if none do. */
    static Optional<ClientKey> textedBeside(Person person) {
        return person.channels().containsAll(Set.of(Channel.EMAIL, Channel.SMS))
                ? of(person).stream().filter(key -> key.means() == Means.PHONE).findFirst()
                : Optional.empty();
    }

    /** Reads {@link #toString()}. */
    public static ClientKey parse(String text) {
        int colon = text.indexOf(':');
        return new ClientKey(Means.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return means + ":" + hash;
    }

    private static ClientKey hashed(Means means, String normalised) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(normalised.getBytes(StandardCharsets.UTF_8));
            return new ClientKey(means, HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
