package org.rapport.matching.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.guides.domain.Guide;
import org.rapport.matching.guides.domain.GuideKind;
import org.rapport.matching.guides.domain.GuideText;
import org.rapport.matching.guides.domain.Section;
import org.rapport.matching.guides.domain.Source;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.xml.sax.InputSource;

/** The texts that ship: that they can be read by anybody, lean on what they name, and promise nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedGuidesTest {
    private static final int LONGEST_SENTENCE = 28;
    private static final double MEAN_SENTENCE = 13.5;

    /** What a search engine shows of a description. */
    private static final int LONGEST_SUMMARY = 160;

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");
    private static final Pattern CITATION = Pattern.compile("\\s*\\([^()]*\\d{4}[^()]*\\)");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])[\"”]?\\s+");
    private static final Pattern PROMISE = Pattern.compile(
            "\\b(guarantee\\w*|cures?|cured|always works?|will heal|you will (feel|be|get) (better|well)|you suffer from"
                    + "|garantiza\\w*|cura|curan|curar[áé]?|siempre funciona|se sentirá mejor|usted (sufre|padece))\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private final List<Guide> guides = PublishedGuides.read();

    @Test
    void there_are_at_least_twelve_of_each_and_relational_therapy_comes_first() {
        for (GuideKind kind : GuideKind.values()) {
            assertThat(guides.stream().filter(guide -> guide.kind() == kind)).hasSizeGreaterThanOrEqualTo(12);
        }
        assertThat(guides.getFirst().id()).isEqualTo("relational");
    }

    @Test
    void every_file_is_shown_somewhere() throws IOException {
        assertThat(new PathMatchingResourcePatternResolver().getResources("classpath:guides/*/*.md"))
                .hasSize(guides.size() * Guide.LANGUAGES.size());
    }

    @Test
    void a_text_is_neither_a_note_nor_an_essay() {
        each((name, text) -> {
            assertThat(words(text.summary() + " " + plain(text))).as(name).isBetween(250, 450);
            assertThat(text.summary()).as(name).hasSizeLessThanOrEqualTo(LONGEST_SUMMARY);
        });
    }

    @Test
    void sentences_are_short() {
        each((name, text) -> {
            List<String> sentences = SENTENCE_END
                    .splitAsStream(text.summary() + "\n"
                            + CITATION.matcher(plain(text)).replaceAll(""))
                    .filter(sentence -> !sentence.isBlank())
                    .toList();
            assertThat(sentences)
                    .as(name)
                    .allSatisfy(
                            sentence -> assertThat(words(sentence)).as(sentence).isLessThanOrEqualTo(LONGEST_SENTENCE));
            assertThat(sentences.stream()
                            .mapToInt(PublishedGuidesTest::words)
                            .average()
                            .orElseThrow())
                    .as(name)
                    .isLessThanOrEqualTo(MEAN_SENTENCE);
        });
    }

    @Test
    void a_work_that_a_text_names_is_among_its_sources() {
        for (Guide guide : guides) {
            for (String language : Guide.LANGUAGES) {
                String text = plain(guide.in(language));
                Matcher year = YEAR.matcher(text);
                while (year.find()) {
                    String before = text.substring(Math.max(0, year.start() - 60), year.start());
                    assertThat(guide.sources())
                            .as(guide.id() + " in " + language + ": " + before + year.group())
                            .anyMatch(source -> source.year() == Integer.parseInt(year.group())
                                    && before.contains(surname(source)));
                }
            }
        }
    }

    @Test
    void both_languages_name_the_same_works_and_guides() {
        for (Guide guide : guides) {
            GuideText english = guide.in("en");
            GuideText spanish = guide.in("es");
            assertThat(found(YEAR, plain(spanish))).as(guide.id()).isEqualTo(found(YEAR, plain(english)));
            assertThat(links(spanish)).as(guide.id()).isEqualTo(links(english));
        }
    }

    @Test
    void a_link_leads_to_another_guide() {
        for (Guide guide : guides) {
            List<URI> others = guides.stream()
                    .filter(other -> !other.equals(guide))
                    .map(PublishedGuidesTest::page)
                    .toList();
            assertThat(links(guide.in("en")).stream().map(page(guide)::resolve))
                    .as(guide.id())
                    .isSubsetOf(others);
        }
    }

    @Test
    void nothing_is_promised_and_nobody_is_diagnosed() {
        each((name, text) -> assertThat(text.summary() + plain(text)).as(name).doesNotContainPattern(PROMISE));
    }

    @Test
    void every_concern_and_every_guide_about_danger_names_a_line_to_call() {
        for (Guide guide : guides) {
            if (guide.kind() == GuideKind.CONCERN || guide.danger()) {
                for (String language : Guide.LANGUAGES) {
                    assertThat(guide.in(language).sections().get(Section.CAUTION))
                            .as(guide.id() + " in " + language)
                            .containsPattern("988|911");
                }
            }
        }
    }

    @Test
    void what_is_rendered_is_well_formed_and_has_no_headings_of_its_own() {
        each((name, text) -> text.sections().values().forEach(html -> {
            assertThat(html).as(name).doesNotContain("<h", "&lt;", "\u2014");
            assertThatCode(() -> DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader("<div>" + html + "</div>"))))
                    .as(name)
                    .doesNotThrowAnyException();
        }));
    }

    private void each(BiConsumer<String, GuideText> check) {
        guides.forEach(guide ->
                guide.texts().forEach((language, text) -> check.accept(guide.id() + " in " + language, text)));
    }

    /** What is read aloud of it, a blank line after each paragraph. */
    private static String plain(GuideText text) {
        return text.sections().values().stream()
                .map(html -> html.replaceAll("</(?:p|li)>", "\n").replaceAll("<[^>]*>", ""))
                .map(html -> html.replace("&quot;", "\"").replace("&amp;", "&"))
                .collect(Collectors.joining("\n"));
    }

    private static URI page(Guide guide) {
        return URI.create("/guides/" + guide.kind().path() + "/" + guide.id());
    }

    private static int words(String text) {
        return (int) Arrays.stream(text.strip().split("\\s+")).count();
    }

    private static String surname(Source source) {
        String first = source.authors().getFirst();
        return first.substring(first.lastIndexOf(' ') + 1);
    }

    private static Set<String> links(GuideText text) {
        return found(LINK, String.join("", text.sections().values()));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Stream<String> found =
                pattern.matcher(text).results().map(match -> match.groupCount() == 0 ? match.group() : match.group(1));
        return found.collect(Collectors.toCollection(TreeSet::new));
    }
}
