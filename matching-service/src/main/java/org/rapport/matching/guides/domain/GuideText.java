package org.rapport.matching.guides.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A guide in one language.
 *
 * @param summary one or two sentences, also for search engines
 * @param sections HTML, ready to be shown
 */
public record GuideText(String title, String summary, Map<Section, String> sections) {
    public GuideText {
        if (title.isBlank() || summary.isBlank()) {
            throw new IllegalArgumentException("a guide has a title and a summary");
        }
        if (!List.of(Section.values()).equals(new ArrayList<>(sections.keySet()))) {
            throw new IllegalArgumentException("a guide has all sections in their order, not " + sections.keySet());
        }
        sections.forEach((section, html) -> {
            if (html.isBlank()) {
                throw new IllegalArgumentException("nothing is said under " + section);
            }
        });
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }
}
