package org.rapport.notification.words;

import java.util.List;
import java.util.Locale;
import org.rapport.notification.messages.domain.MessageKind.Audience;

/** The languages there are words in; staff are written to in English. */
enum Language {
    EN(Locale.US),
    ES(Locale.of("es", "US"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    String code() {
        return locale.getLanguage();
    }

    static List<Language> of(Audience audience) {
        return switch (audience) {
            case CLIENT -> List.of(values());
            case STAFF -> List.of(EN);
        };
    }

    static Language of(Audience audience, Locale wanted) {
        return of(audience).stream()
                .filter(language -> language.code().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(EN);
    }
}
