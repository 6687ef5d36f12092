package org.rapport.matching.guides.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about one modality or one concern.
 *
 * @param id its code in the vocabulary of the roster
 * @param danger whether who reads it may be in danger, so that the crisis lines come first
 * @param texts by language
 */
public record Guide(GuideKind kind, String id, boolean danger, List<Source> sources, Map<String, GuideText> texts) {
    public static final Set<String> LANGUAGES = Set.of("en", "es");
    private static final int FEWEST_SOURCES = 2;

    public Guide {
        if (new HashSet<>(sources).size() < FEWEST_SOURCES || new HashSet<>(sources).size() < sources.size()) {
            throw new IllegalArgumentException(id + " needs at least two sources, each named once");
        }
        if (!texts.keySet().equals(LANGUAGES)) {
            throw new IllegalArgumentException(id + " is written in " + texts.keySet() + " instead of " + LANGUAGES);
        }
        sources = List.copyOf(sources);
        texts = Map.copyOf(texts);
    }

    public GuideText in(String language) {
        @Nullable GuideText text = texts.get(language);
        if (text == null) {
            throw new IllegalArgumentException("no guide is written in " + language);
        }
        return text;
    }
}
