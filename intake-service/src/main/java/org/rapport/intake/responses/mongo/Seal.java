package org.rapport.intake.responses.mongo;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.types.Binary;
import org.rapport.intake.responses.domain.ResponseId;

/**
 * Seals the fields of one response, each on its own and bound to its place: one moved to another question or another person
 * does not open. Sealed fields have few lengths, so that they do not tell by their length which option was chosen.
 */
record Seal(ResponseId id, Aead aead) {
    /** More than the longest code of an option; longer texts go in steps of it. */
    private static final int STEP = 128;

    /** @param place of the field in the response */
    Binary close(String place, List<String> values) {
        List<byte[]> parts = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length = Integer.BYTES
                + parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
        ByteBuffer plain =
                ByteBuffer.allocate((length + STEP - 1) / STEP * STEP).putInt(parts.size());
        parts.forEach(part -> plain.putInt(part.length).put(part));
        try {
            return new Binary(aead.encrypt(plain.array(), at(place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a field could not be sealed: " + e.getClass().getSimpleName());
        } finally {
            Arrays.fill(plain.array(), (byte) 0);
        }
    }

    List<String> open(String place, Binary sealed) {
        try {
            ByteBuffer plain = ByteBuffer.wrap(aead.decrypt(sealed.getData(), at(place)));
            List<String> values = new ArrayList<>();
            for (int left = plain.getInt(); left > 0; left--) {
                byte[] part = new byte[plain.getInt()];
                plain.get(part);
                values.add(new String(part, StandardCharsets.UTF_8));
            }
            return values;
        } catch (GeneralSecurityException e) {
            throw new UnreadableAnswers("a sealed field of response " + id + " does not open where it stands");
        }
    }

    private byte[] at(String place) {
        return (id + "|" + place).getBytes(StandardCharsets.UTF_8);
    }
}
