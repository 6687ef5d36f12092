package org.rapport.matching.guides.domain;

import org.rapport.matching.roster.domain.Vocabulary.Kind;

/** What guides are about. */
public enum GuideKind {
    MODALITY(Kind.MODALITY, "modalities"),
    CONCERN(Kind.CONCERN, "concerns");

    private final Kind words;
    private final String path;

    GuideKind(Kind words, String path) {
        this.words = words;
        this.path = path;
    }

    /** The words of the roster that guides of this kind explain. */
    Kind words() {
        return words;
    }

    /** As it stands in addresses and as the folder of the texts. */
    public String path() {
        return path;
    }
}
