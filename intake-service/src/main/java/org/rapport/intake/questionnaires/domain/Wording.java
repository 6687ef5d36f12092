package org.rapport.intake.questionnaires.domain;

import org.jspecify.annotations.Nullable;

/** The same words in every {@link Language}; a draft may lack one, and then the other is shown. */
public record Wording(@Nullable String english, @Nullable String spanish) {
    public Wording {
        if (isBlank(english) && isBlank(spanish)) {
            throw new IllegalArgumentException("a wording needs words");
        }
    }

    /** The same in every language: a code, a number, a name. */
    public static Wording same(String words) {
        return new Wording(words, words);
    }

    public String in(Language language) {
        String wanted = of(language);
        if (wanted != null && !wanted.isBlank()) {
            return wanted;
        }
        return String.valueOf(isBlank(english) ? spanish : english);
    }

    public boolean isSaidIn(Language language) {
        return !isBlank(of(language));
    }

    private @Nullable String of(Language language) {
        return switch (language) {
            case EN -> english;
            case ES -> spanish;
        };
    }

    private static boolean isBlank(@Nullable String words) {
        return words == null || words.isBlank();
    }
}
