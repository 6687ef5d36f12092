package org.rapport.booking.inquiries.domain;

import java.util.Arrays;
import java.util.Optional;

/** The languages in which the practice speaks with a person. */
public enum Language {
    EN("en"),
    ES("es");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** ISO 639-1 code. */
    public String code() {
        return code;
    }

    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
