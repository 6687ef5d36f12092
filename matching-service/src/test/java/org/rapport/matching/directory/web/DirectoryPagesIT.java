package org.rapport.matching.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.roster.domain.Vocabulary;
import org.rapport.web.MessageBundles;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryPagesIT extends RunningMatching {
    @Test
    void everybody_sees_who_takes_new_people_with_a_count_beside_each_choice() {
        assertThat(read("/therapists"))
                .contains("Grace Okafor", "relational therapy (", "Find a therapist", "/therapists/match")
                .doesNotContain("Hannah Lindqvist", "??", "matching.");
    }

    @Test
    void what_is_chosen_stands_in_the_address_and_a_synonym_will_do() {
        String page = read("/therapists?modality=relational-cultural%20therapy&language=es");

        assertThat(page)
                .contains("Elena Marquez", "name=\"modality\" value=\"relational\" checked")
                .doesNotContain("Grace Okafor", "??");
        assertThat(read("/therapists?modality=imago&modality=%3Cscript%3E")).doesNotContain("<script>a", "&lt;script");
        assertThat(read("/therapists?language=pl&modality=cbt&concern=eating&fee=75"))
                .contains("Nobody fits all of this now");
    }

    @Test
    void a_profile_shows_licence_supervision_and_the_way_to_a_free_call() {
        assertThat(read("/therapists/a0000000-0000-4000-8000-000000000012"))
                .contains("Luis Cordero", "Supervised by", "Elena Marquez", "Illinois: ", "Book a free call")
                .contains("/book/times?host=a0000000-0000-4000-8000-000000000012")
                .doesNotContain("??");
        assertThat(read("/therapists/a0000000-0000-4000-8000-000000000008"))
                .contains("https://video.lakeside.example/aisha", "noopener noreferrer");
        assertThat(ask("/therapists/a0000000-0000-4000-8000-000000000006")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void six_questions_become_an_address_and_nothing_is_kept() {
        String second = read("/therapists/match?question=2&concern=grief");
        assertThat(second)
                .contains("name=\"concern\" value=\"grief\"", "name=\"question\" value=\"3\"", "2 of 6")
                .doesNotContain("??");
        MvcTestResult last = ask("/therapists/match?question=7&concern=grief&language=es&concern=anxiety");
        assertThat(last).hasRedirectedUrl("/therapists?concern=anxiety&concern=grief&language=es");
        assertThat(last.getResponse().getCookies()).isEmpty();
    }

    @Test
    void in_spanish_too() {
        for (String path : new String[] {"/therapists", "/therapists/match", "/therapists/" + GRACE.id()}) {
            String page = read(path + "?lang=es");
            assertThat(page)
                    .as(path)
                    .contains("lang=\"es\"")
                    .doesNotContain("??", "Find a therapist", "relational therapy", "low self-esteem");
        }
        assertThat(MessageBundles.missing("messages/matching-directory")).isEmpty();
    }

    @Test
    void every_word_of_the_roster_has_one_here() {
        Vocabulary vocabulary = context.getBean(Vocabulary.class);
        MessageSource messages = context.getBean(MessageSource.class);

        assertThat(Arrays.stream(Vocabulary.Kind.values()).flatMap(kind -> vocabulary.terms(kind).stream()))
                .allSatisfy(term -> assertThat(
                                messages.getMessage("directory.code." + term.code(), null, null, Locale.ENGLISH))
                        .as(term.code())
                        .isNotNull());
    }

    private String read(String path) {
        MvcTestResult result = ask(path);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult ask(String path) {
        return mvc.get().uri(URI.create(path)).exchange();
    }
}
