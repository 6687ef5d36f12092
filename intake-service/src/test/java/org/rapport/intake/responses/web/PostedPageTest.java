package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.MultiValueMap;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostedPageTest {
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "", " 1", "1.0", "99999999999", "٣"})
    void a_version_that_is_none_can_overwrite_nothing_and_refuses_nothing(String version) {
        assertThat(PostedPage.of(form(Map.of("_version", List.of(version))), ZONE)
                        .checkedVersion())
                .isZero();
    }

    @Test
    void a_field_left_blank_is_no_answer() {
        PostedPage page = PostedPage.of(
                form(Map.of(
                        "age",
                        List.of(""),
                        "names",
                        List.of("one", " ", "two"),
                        "_moment:when",
                        List.of(""),
                        "_own:say",
                        List.of(" "),
                        "say",
                        List.of("~"))),
                ZONE);
        assertThat(page.answers().byQuestion()).isEqualTo(Map.of("names", List.of("one", "two")));
    }

    @Test
    void a_page_without_a_version_can_overwrite_nothing() {
        assertThat(PostedPage.of(form(Map.of()), ZONE).checkedVersion()).isZero();
        assertThat(PostedPage.of(form(Map.of("_version", List.of("12"))), ZONE).checkedVersion())
                .isEqualTo(12);
    }

    @Test
    void the_crisis_page_posts_the_same_again() {
        PostedPage page =
                PostedPage.of(form(Map.of("_version", List.of("3"), "phq9-9", List.of("several-days"))), ZONE);
        assertThat(page.kept())
                .contains(new PostedPage.Kept("_version", "3"), new PostedPage.Kept("phq9-9", "several-days"));
    }

    private static MultiValueMap<String, String> form(Map<String, List<String>> fields) {
        return MultiValueMap.fromMultiValue(fields);
    }
}
