package org.rapport.intake.questionnaires.domain;

import org.jspecify.annotations.Nullable;

/**
 * What every item has.
 *
 * @param prefix such as {@code 1a}, shown before the words; may be empty
 * @param hidden never shown; it can only carry a fixed answer
 */
public record Head(
        String linkId,
        String prefix,
        Wording text,
        @Nullable Wording hint,
        Condition condition,
        boolean hidden) {

    /** An item that is always shown. */
    public static Head of(String linkId, Wording text, @Nullable Wording hint) {
        return new Head(linkId, "", text, hint, Condition.ALWAYS, false);
    }

    /** The words as they are read, with the prefix. */
    public String words(Language language) {
        String words = text.in(language);
        return prefix.isEmpty() ? words : prefix + " " + words;
    }
}
