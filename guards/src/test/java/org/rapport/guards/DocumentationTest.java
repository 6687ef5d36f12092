package org.rapport.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void every_path_type_and_topic_a_page_names_is_there() throws IOException {
        Documentation documentation = new Documentation(ROOT);
        List<String> missing = new ArrayList<>();
        for (Path page : documentation.pages()) {
            missing.addAll(documentation.missingOn(page));
        }
        assertThat(documentation.pages()).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    @Test
    void a_page_that_names_what_is_not_there_is_caught() throws IOException {
        Documentation documentation = new Documentation(ROOT);
        assertThat(documentation.missingOn(Path.of("src/test/resources/broken/page.md")))
                .containsExactly(
                        "page.md names booking.nowhere.v1",
                        "page.md names NoSuchClass",
                        "page.md names docs/no-such-page.md",
                        "page.md links to no-such-link.md");
    }

    @Test
    void decisions_are_short_and_have_their_three_parts() throws IOException {
        for (Path page : new Documentation(ROOT).pages()) {
            if (page.startsWith(ROOT.resolve("docs/decisions"))) {
                assertThat(Files.readAllLines(page)).as(page.toString()).hasSizeLessThan(40);
                assertThat(Files.readString(page)).contains("**Context.**", "**Decision.**", "**Consequence.**");
            }
        }
    }

    @Test
    void every_page_of_docs_closes_with_what_is_easy_to_get_wrong() throws IOException {
        for (String name : List.of("domain", "events", "delivery", "testing", "operations", "security")) {
            assertThat(Files.readString(ROOT.resolve("docs/" + name + ".md")))
                    .as(name)
                    .contains("## Easy to get wrong");
        }
    }
}
