package org.rapport.matching.guides.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.guides.domain.GuideKind;
import org.rapport.matching.guides.domain.Guides;
import org.rapport.web.MessageBundles;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuidePagesIT extends RunningMatching {
    private static final Pattern HEADING = Pattern.compile("<h([1-6])[ >]");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern LABEL = Pattern.compile(" aria-labelledby=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("href=\"((?:/guides|/therapists|[a-z.])[^\":]*)\"");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)(?:\\s[^<>]*)?>");
    private static final Set<String> VOID = Set.of("meta", "link", "br", "hr", "img", "input");

    @Test
    void every_guide_can_be_read_in_both_languages() {
        for (String path : paths()) {
            String english = read(path + "?lang=en");
            String spanish = read(path + "?lang=es");
            assertThat(english)
                    .as(path)
                    .contains("<html lang=\"en\"", "Sources")
                    .doesNotContain("??", "Fuentes");
            assertThat(spanish)
                    .as(path)
                    .contains("<html lang=\"es\"", "Fuentes")
                    .doesNotContain("??", ">Sources");
            for (String page : List.of(english, spanish)) {
                assertThat(faults(page)).as(path).isEmpty();
                assertThat(page).as(path).containsPattern("<meta name=\"description\" content=\"[^\"]{40,}\">");
                assertThat(page).as(path).doesNotContain("noindex", "onclick=", "style=");
            }
        }
        assertThat(MessageBundles.missing("messages/matching-guides")).isEmpty();
    }

    @Test
    void all_links_lead_somewhere() {
        Set<String> links = new HashSet<>();
        Stream.concat(Stream.of("/guides", "/therapists"), paths().stream())
                .forEach(path -> LINK.matcher(read(path))
                        .results()
                        .forEach(match -> links.add(
                                URI.create(path).resolve(match.group(1)).toString())));

        assertThat(links)
                .hasSizeGreaterThan(paths().size())
                .allSatisfy(link -> assertThat(read(link)).isNotEmpty());
    }

    @Test
    void the_list_begins_with_relational_therapy_and_is_found_from_the_directory() {
        String list = read("/guides");

        assertThat(faults(list)).isEmpty();
        assertThat(list)
                .containsSubsequence("/guides/modalities/relational", "/guides/modalities/", "/guides/concerns/");
        assertThat(read("/therapists")).contains("href=\"/guides\"", "noindex");
    }

    @Test
    void a_guide_names_who_practises_it_and_takes_new_people() {
        assertThat(read("/guides/modalities/imago"))
                .contains("/therapists/a0000000-0000-4000-8000-000000000009", "Claire Dubois, LMFT")
                .contains("href=\"/therapists?modality=imago\"")
                .doesNotContain("Grace Okafor", "Priya Natarajan");
        // Hannah practises it and is on leave.
        assertThat(read("/guides/modalities/attachment"))
                .contains("Grace Okafor")
                .doesNotContain("Hannah Lindqvist");
        assertThat(read("/guides/concerns/grief")).contains("Samuel Levin", "href=\"/therapists?concern=grief\"");
        assertThat(read("/guides/modalities/narrative")).contains("Nobody who names this takes new people now");
    }

    @Test
    void who_may_be_in_danger_sees_first_where_to_call() {
        assertThat(read("/guides/concerns/depression")).containsSubsequence("tel:988", "What it can be like");
        assertThat(read("/guides/modalities/cbt")).contains("call or text 988").doesNotContain("tel:988");
    }

    @Test
    void what_is_no_guide_is_not_found() {
        for (String path : List.of(
                "/guides/modalities/tarot",
                "/guides/concerns/cbt",
                "/guides/modalities",
                "/guides/other/cbt",
                "/guides/modalities/cbt.en.md")) {
            MvcTestResult result = mvc.get().uri(path).exchange();
            assertThat(result).as(path).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(body(result)).as(path).contains("Page not found").doesNotContain("??");
        }
    }

    private List<String> paths() {
        Guides guides = context.getBean(Guides.class);
        return Stream.of(GuideKind.values())
                .flatMap(kind -> guides.of(kind).stream())
                .map(guide -> "/guides/" + guide.kind().path() + "/" + guide.id())
                .toList();
    }

    /** Elements that do not close, headings out of order, ids twice, labels that name nothing. */
    private static List<String> faults(String page) {
        List<String> faults = new ArrayList<>();
        List<String> open = new ArrayList<>();
        TAG.matcher(page).results().filter(tag -> !VOID.contains(tag.group(2))).forEach(tag -> {
            if (tag.group(1).isEmpty()) {
                open.add(tag.group(2));
            } else if (open.isEmpty() || !open.removeLast().equals(tag.group(2))) {
                faults.add("closes what is not open: " + tag.group());
            }
        });
        open.forEach(element -> faults.add("does not close: " + element));
        List<Integer> headings = HEADING.matcher(page)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
        if (headings.stream().filter(level -> level == 1).count() != 1 || headings.getFirst() != 1) {
            faults.add("one h1 comes first: " + headings);
        }
        for (int i = 1; i < headings.size(); i++) {
            if (headings.get(i) > headings.get(i - 1) + 1) {
                faults.add("a level is left out: " + headings);
            }
        }
        Set<String> ids = new HashSet<>();
        ID.matcher(page)
                .results()
                .filter(match -> !ids.add(match.group(1)))
                .forEach(match -> faults.add("twice: " + match.group(1)));
        LABEL.matcher(page)
                .results()
                .filter(match -> !ids.contains(match.group(1)))
                .forEach(match -> faults.add("labels nothing: " + match.group(1)));
        return faults;
    }

    private String read(String path) {
        MvcTestResult result = mvc.get().uri(URI.create(path)).exchange();
        assertThat(result).as(path).hasStatusOk();
        return body(result);
    }
}
