package org.rapport.notification.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageKind;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class TemplatesTest {

    @Test
    void a_template_that_uses_what_it_is_not_given_is_found_on_start() {
        assertThat(Templates.faults("call-confirmation.email.en", Channel.EMAIL, Set.of(Variables.OFFICE)))
                .anyMatch(fault -> fault.contains("${when}"));
        assertThat(Templates.faults("no-such.email.en", Channel.EMAIL, Set.of()))
                .containsExactly("templates/notification/no-such.email.en.txt is missing");
        assertThat(Templates.faults(
                        "call-confirmation.sms.en", Channel.EMAIL, Variables.of(MessageKind.CALL_CONFIRMATION)))
                .hasSize(1);
    }
}
