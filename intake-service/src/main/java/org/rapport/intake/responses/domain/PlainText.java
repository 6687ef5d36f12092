package org.rapport.intake.responses.domain;

import java.text.Normalizer;

/** Turns what a browser sends into text that can be stored and shown anywhere, without changing what a person reads. */
final class PlainText {
    private PlainText() {}

    /** Composed (NFC), with plain line breaks, without control and direction-override characters, and empty when nothing visible is left. */
    static String of(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        Normalizer.normalize(raw.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .codePoints()
                .filter(PlainText::isHarmless)
                .forEach(kept::appendCodePoint);
        boolean visible = kept.codePoints().anyMatch(PlainText::isVisible);
        return visible ? kept.toString().strip() : "";
    }

    private static boolean isHarmless(int character) {
        if (character == '\n' || character == '\t') {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> !isDirectionOverride(character);
        };
    }

    private static boolean isDirectionOverride(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT
                // Letters by their category, but blank on every screen: Hangul fillers and the blank Braille pattern.
                && character != 0x115F
                && character != 0x1160
                && character != 0x3164
                && character != 0xFFA0
                && character != 0x2800;
    }
}
