package org.rapport.intake.responses.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Wording;

/**
 * What a person signs. It never changes: other words are another version.
 *
 * @param parts every {@link ConsentElement}, said in every language
 */
public record ConsentText(String version, Wording title, Map<ConsentElement, Wording> parts) {
    /** @throws IllegalArgumentException naming everything that is not said */
    public ConsentText {
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
        List<String> missing = new ArrayList<>();
        for (Language language : Language.values()) {
            for (ConsentElement element : ConsentElement.values()) {
                Wording words = parts.get(element);
                if (words == null || !words.isSaidIn(language)) {
                    missing.add(element + " in " + language.code());
                }
            }
            if (!title.isSaidIn(language)) {
                missing.add("title in " + language.code());
            }
        }
        if (version.isBlank() || !missing.isEmpty()) {
            throw new IllegalArgumentException("the consent '" + version + "' does not say " + missing);
        }
    }
}
