package org.rapport.matching.guides;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapport.matching.guides.domain.Guide;
import org.rapport.matching.guides.domain.GuideKind;
import org.rapport.matching.guides.domain.GuideText;
import org.rapport.matching.guides.domain.Source;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guides as they stand in the files below {@code guides/}: one Markdown file for each guide and language, because those who
 * write them are no programmers; what does not depend on the language once, in {@value #CATALOGUE}. A fault in any ends the start.
 */
final class PublishedGuides {
    private static final String CATALOGUE = "guides/catalogue.json";

    private record Row(GuideKind kind, String id, boolean danger, List<String> sources) {}

    private record Catalogue(List<Row> guides, Map<String, Source> sources) {}

    private PublishedGuides() {}

    static List<Guide> read() {
        Catalogue catalogue = JsonMapper.shared().readValue(text(CATALOGUE), Catalogue.class);
        for (String key : catalogue.sources().keySet()) {
            if (catalogue.guides().stream().noneMatch(row -> row.sources().contains(key))) {
                throw new IllegalStateException(CATALOGUE + " has the source " + key + ", which no guide names");
            }
        }
        return catalogue.guides().stream().map(row -> guide(row, catalogue)).toList();
    }

    private static Guide guide(Row row, Catalogue catalogue) {
        return new Guide(
                row.kind(),
                row.id(),
                row.danger(),
                row.sources().stream()
                        .map(key -> Objects.requireNonNull(
                                catalogue.sources().get(key), () -> row.id() + " names the unknown source " + key))
                        .toList(),
                Guide.LANGUAGES.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), language -> translated(file(row.kind(), row.id(), language)))));
    }

    private static String file(GuideKind kind, String id, String language) {
        return "guides/" + kind.path() + "/" + id + "." + language + ".md";
    }

    private static GuideText translated(String path) {
        try {
            return GuideMarkdown.read(text(path));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(path + ": " + e.getMessage(), e);
        }
    }

    private static String text(String path) {
        try (InputStream file = new ClassPathResource(path).getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
