package org.rapport.matching.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.matching.guides.domain.GuideText;
import org.rapport.matching.guides.domain.Section;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuideMarkdownTest {
    private static final String WHOLE = """
            # Title

            Summary & more.

            ## what

            One <b>bold</b> claim, see [there](../modalities/cbt.en.md).

            ## session
            Two.
            ## helps
            Three.
            ## caution
            Four.
            ## evidence
            Five.
            ## ask
            - Six?
            """;

    @Test
    void a_guide_is_title_summary_and_sections_and_html_in_it_is_only_text() {
        GuideText text = GuideMarkdown.read(WHOLE);

        assertThat(text.title()).isEqualTo("Title");
        assertThat(text.summary()).isEqualTo("Summary & more.");
        assertThat(text.sections().keySet()).containsExactly(Section.values());
        assertThat(text.sections().get(Section.WHAT))
                .isEqualToIgnoringNewLines(
                        "<p>One &lt;b&gt;bold&lt;/b&gt; claim, see <a href=\"../modalities/cbt\">there</a>.</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "# Title, Title, no section",
        "## ask, ## asked, ASKED",
        "## session, ## what, two sections",
        "## helps, ### helps, no section",
        "Summary & more., '', summary",
        "## what, Stray., no section",
        "Four., '', CAUTION",
        "## session, ## helps, two sections"
    })
    void what_is_missing_or_stands_elsewhere_is_named(String there, String instead, String fault) {
        assertThatThrownBy(() -> GuideMarkdown.read(WHOLE.replace(there, instead)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(fault.split("\\|"));
    }

    @Test
    void sections_stand_in_their_order() {
        String turned = WHOLE.replace("## helps", "## later")
                .replace("## caution", "## helps")
                .replace("## later", "## caution");

        assertThatThrownBy(() -> GuideMarkdown.read(turned)).hasMessageContaining("in their order");
    }
}
