package org.rapport.intake.responses.domain;

import java.util.Optional;
import org.rapport.intake.questionnaires.domain.Language;

/**
 * Somebody has agreed to a consent, under their name; when, says what was sent in with it.
 *
 * @param consent version of the text
 * @param language in which it was read
 */
public record Signature(String consent, String signer, Relationship relationship, Language language) {
    public static final int LONGEST_NAME = 100;

    /** Under the name as it was written; empty for what is no name. */
    public static Optional<Signature> of(String consent, String written, Relationship relationship, Language language) {
        String name = PlainText.of(written).strip();
        return name.isEmpty() || name.length() > LONGEST_NAME
                ? Optional.empty()
                : Optional.of(new Signature(consent, name, relationship, language));
    }

    public Signature {
        if (signer.isBlank() || signer.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a signature is a name");
        }
    }
}
