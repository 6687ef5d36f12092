package org.rapport.matching.guides.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuidesTest {
    private static final Source MITCHELL =
            new Source(List.of("Stephen A. Mitchell"), 1988, "Relational Concepts", "Harvard");
    private static final Source ARON = new Source(List.of("Lewis Aron"), 1996, "A Meeting of Minds", "Analytic Press");

    @Test
    void what_is_close_has_a_guide_too() {
        Guide relational = guide("relational");
        Guides guides = new Guides(List.of(relational, guide("cbt"), guide("psychodynamic")), Sketches.vocabulary());

        assertThat(guides.near(relational)).extracting(Guide::id).containsExactly("psychodynamic");
        assertThat(guides.find(GuideKind.CONCERN, "relational")).isEmpty();
        assertThat(guides.find(GuideKind.MODALITY, "cbt")).isPresent();
    }

    @Test
    void a_guide_is_to_one_word_of_the_roster() {
        assertThatThrownBy(() -> new Guides(List.of(guide("tarot")), Sketches.vocabulary()))
                .hasMessageContaining("tarot is no MODALITY");
        assertThatThrownBy(() -> new Guides(List.of(guide("cbt"), guide("cbt")), Sketches.vocabulary()))
                .hasMessageContaining("two guides");
    }

    @Test
    void a_guide_has_two_sources_and_both_languages() {
        Map<String, GuideText> both = Map.of("en", text(), "es", text());
        for (List<Source> few :
                List.of(List.<Source>of(), List.of(ARON), List.of(ARON, ARON), List.of(ARON, MITCHELL, ARON))) {
            assertThatThrownBy(() -> new Guide(GuideKind.MODALITY, "cbt", false, few, both))
                    .hasMessageContaining("two sources");
        }
        assertThatThrownBy(() ->
                        new Guide(GuideKind.MODALITY, "cbt", false, List.of(ARON, MITCHELL), Map.of("en", text())))
                .hasMessageContaining("written in [en]");
    }

    private static Guide guide(String id) {
        return new Guide(GuideKind.MODALITY, id, false, List.of(ARON, MITCHELL), Map.of("en", text(), "es", text()));
    }

    private static GuideText text() {
        Map<Section, String> sections = new LinkedHashMap<>();
        Arrays.stream(Section.values()).forEach(section -> sections.put(section, "<p>said</p>"));
        return new GuideText("Title", "Summary", sections);
    }
}
