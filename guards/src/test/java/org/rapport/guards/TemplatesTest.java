package org.rapport.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Thymeleaf replaces a tag before it asks the tag's condition: what was to be hidden is shown always. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplatesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path BROKEN = Path.of("src/test/resources/broken/conditional-replacement.html");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern CONDITION = Pattern.compile("\\sth:(if|unless|each|switch|case)=");
    private static final Pattern REPLACEMENT = Pattern.compile("\\sth:replace=");

    @Test
    void no_tag_is_replaced_and_conditional_at_once() throws IOException {
        List<Path> templates = templates();
        assertThat(templates).hasSizeGreaterThan(20);
        for (Path template : templates) {
            assertThat(conditionalReplacements(template))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    void a_tag_that_is_both_is_caught() throws IOException {
        assertThat(conditionalReplacements(BROKEN)).hasSize(3);
    }

    private static List<Path> templates() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> poms = Files.find(ROOT, 3, (path, _) -> path.endsWith("pom.xml"))) {
            for (Path pom : poms.toList()) {
                Path folder = pom.resolveSibling("src/main/resources/templates");
                if (Files.isDirectory(folder)) {
                    found.addAll(pages(folder));
                }
            }
        }
        return found;
    }

    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".html")).toList();
        }
    }

    private static List<String> conditionalReplacements(Path template) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher tag = TAG.matcher(Files.readString(template));
        while (tag.find()) {
            if (CONDITION.matcher(tag.group()).find()
                    && REPLACEMENT.matcher(tag.group()).find()) {
                found.add(tag.group());
            }
        }
        return found;
    }
}
