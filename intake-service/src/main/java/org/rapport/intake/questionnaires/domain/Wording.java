package org.rapport.intake.questionnaires.domain;

/** The same words in every {@link Language}. */
public record Wording(String english, String spanish) {
    public Wording {
        if (english.isBlank() || spanish.isBlank()) {
            throw new IllegalArgumentException("a wording needs every language");
        }
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case ES -> spanish;
        };
    }
}
