package org.rapport.notification.words;

import java.util.Set;
import java.util.stream.Collectors;

/** How many segments a text is sent in (GSM 03.38): one letter outside the plain alphabet, and each holds less than half. */
final class SmsLength {
    private static final int PLAIN = 160;
    private static final int PLAIN_OF_MANY = 153;
    private static final int WIDE = 70;
    private static final int WIDE_OF_MANY = 67;

    private static final Set<Integer> ALPHABET =
            letters("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    /** Sent as two. */
    private static final Set<Integer> EXTENSION = letters("^{}\\[~]|€");

    private SmsLength() {}

    static int segments(String text) {
        boolean plain = text.chars().allMatch(letter -> ALPHABET.contains(letter) || EXTENSION.contains(letter));
        if (!plain) {
            return segments(text.length(), WIDE, WIDE_OF_MANY);
        }
        int extended = (int) text.chars().filter(EXTENSION::contains).count();
        return segments(text.length() + extended, PLAIN, PLAIN_OF_MANY);
    }

    private static int segments(int length, int one, int many) {
        return length <= one ? 1 : Math.ceilDiv(length, many);
    }

    private static Set<Integer> letters(String all) {
        return all.chars().boxed().collect(Collectors.toUnmodifiableSet());
    }
}
