package org.rapport.intake.responses.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.intake.questionnaires.domain.Wording;
import org.rapport.intake.responses.domain.ConsentElement;
import org.rapport.intake.responses.domain.ConsentText;

/** What Illinois asks a consent to say, it says, in both languages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentFilesTest {
    private final ConsentText shipped = new ConsentFiles().current();

    @Test
    void the_shipped_consent_says_every_element_and_is_found_by_its_version() {
        assertThat(shipped.parts()).containsOnlyKeys(ConsentElement.values());
        assertThat(new ConsentFiles().find(shipped.version())).contains(shipped);
        assertThat(new ConsentFiles().find("0.9")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_consent_that_lacks_an_element_is_refused_and_the_element_named(ConsentElement element) {
        Map<ConsentElement, Wording> parts = new EnumMap<>(shipped.parts());
        parts.remove(element);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsentText("2", shipped.title(), parts))
                .withMessageContaining(element + " in en");
        parts.put(element, new Wording("only in English", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsentText("2", shipped.title(), parts))
                .withMessageContaining(element + " in es");
    }
}
