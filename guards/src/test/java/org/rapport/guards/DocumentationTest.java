package org.rapport.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path BROKEN = Path.of("src/test/resources/broken");
    private static final String LAST = "Easy to get wrong";

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
        assertThat(documentation.missingOn(BROKEN.resolve("page.md")))
                .containsExactly(
                        "page.md names booking.nowhere.v1",
                        "page.md names NoSuchClass",
                        "page.md names Nowhere",
                        "page.md names Noone.comes",
                        "page.md names docs/no-such-page.md",
                        "page.md links to no-such-link.md");
    }

    @Test
    void decisions_are_short_have_their_three_parts_and_are_headed_by_their_number() throws IOException {
        for (Path page : new Documentation(ROOT).pages()) {
            if (page.startsWith(ROOT.resolve("docs/decisions"))) {
                List<String> lines = Files.readAllLines(page);
                assertThat(lines).as(page.toString()).hasSizeLessThan(40);
                assertThat(Files.readString(page)).contains("**Context.**", "**Decision.**", "**Consequence.**");
                int number = Integer.parseInt(String.valueOf(page.getFileName()).substring(0, 4));
                assertThat(lines.getFirst()).as(page.toString()).startsWith("# " + number + ". ");
            }
        }
    }

    @Test
    void every_picture_is_shown_on_a_page() throws IOException {
        assertThat(new Documentation(ROOT).picturesOnNoPage()).isEmpty();
    }

    @Test
    void what_a_page_has_maven_build_is_there() throws IOException {
        for (Path page : new Documentation(ROOT).pages()) {
            assertThat(Documentation.modulesOn(page))
                    .as(page.toString())
                    .allSatisfy(modules -> assertThat(modules)
                            .allMatch(
                                    module -> Files.exists(ROOT.resolve(module).resolve("pom.xml"))));
        }
    }

    /** A module builds in a fresh clone only when each of them is installed. */
    @Test
    void who_contributes_installs_every_library() throws IOException {
        List<String> libraries;
        try (Stream<Path> folders = Files.list(ROOT.resolve("libraries"))) {
            libraries = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> "libraries/" + folder.getFileName())
                    .toList();
        }
        assertThat(Documentation.modulesOn(ROOT.resolve("CONTRIBUTING.md")).getFirst())
                .containsExactlyInAnyOrderElementsOf(libraries);
    }

    @Test
    void every_page_of_docs_closes_with_what_is_easy_to_get_wrong() throws IOException {
        List<Path> pages = new Documentation(ROOT).pagesOfDocs();
        assertThat(pages).contains(ROOT.resolve("docs/domain.md"), ROOT.resolve("docs/performance.md"));
        for (Path page : pages) {
            assertThat(Documentation.lastHeading(page)).as(page.toString()).hasValue(LAST);
        }
    }

    @Test
    void a_page_that_goes_on_behind_what_is_easy_to_get_wrong_is_caught() throws IOException {
        assertThat(Documentation.lastHeading(BROKEN.resolve("not-last.md"))).hasValue("And one thing more");
        assertThat(Documentation.lastHeading(BROKEN.resolve("not-a-heading.md")))
                .isEmpty();
    }
}
