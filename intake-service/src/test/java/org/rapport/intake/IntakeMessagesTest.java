package org.rapport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.web.MessageBundles;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeMessagesTest {

    @Test
    void everything_is_said_in_both_languages() {
        assertThat(MessageBundles.missing("messages/intake")).isEmpty();
    }
}
