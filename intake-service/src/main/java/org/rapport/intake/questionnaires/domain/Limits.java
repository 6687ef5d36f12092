package org.rapport.intake.questionnaires.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer that is written or counted must keep to.
 *
 * @param longest of a text, in code points
 * @param shortest of a text, in code points
 * @param decimals places after the point; negative when they are free
 * @param from the smallest or earliest value, in the form answers are kept
 * @param to the largest or latest value
 * @param units of a quantity; empty when any word may be the unit
 */
public record Limits(
        int longest,
        int shortest,
        int decimals,
        @Nullable String from,
        @Nullable String to,
        List<Option> units) {
    public static final int LONGEST_LINE = 500;
    public static final int LONGEST_TEXT = 4_000;

    public Limits {
        units = List.copyOf(units);
    }

    public static Limits text(int longest) {
        return new Limits(longest, 0, -1, null, null, List.of());
    }

    public static Limits none() {
        return text(LONGEST_LINE);
    }
}
