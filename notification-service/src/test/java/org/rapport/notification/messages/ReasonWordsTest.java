package org.rapport.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.notification.messages.domain.Fault;
import org.rapport.notification.messages.domain.Suppression;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ReasonWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"notification", "notification_es"})
    void every_reason_has_its_words_and_no_words_are_left_over(String file) {
        Stream<String> codes = Stream.concat(
                Stream.of(Suppression.values()).map(Suppression::code),
                Stream.of(Fault.values()).map(Fault::code));
        assertThat(ResourceBundle.getBundle("messages/" + file).keySet().stream()
                        .filter(key -> key.startsWith("notification.reason."))
                        .map(key -> key.substring("notification.reason.".length())))
                .containsExactlyInAnyOrderElementsOf(codes.toList());
    }
}
