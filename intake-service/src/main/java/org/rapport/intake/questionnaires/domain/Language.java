package org.rapport.intake.questionnaires.domain;

import java.util.Locale;

/** A language everything a client sees is written in. */
public enum Language {
    EN,
    ES;

    /** The language for an ISO 639-1 code, English for one we do not speak. */
    public static Language of(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("es") ? ES : EN;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
