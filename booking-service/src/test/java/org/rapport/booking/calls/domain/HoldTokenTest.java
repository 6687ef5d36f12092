package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.token;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldTokenTest {

    @Test
    void what_is_written_is_read() {
        assertThat(HoldToken.parse(token(7).text())).contains(token(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "../../etc/passwd", "{\"$ne\": null}", "a%00b"})
    void nothing_else_is_a_token(String text) {
        assertThat(HoldToken.parse(text)).isEmpty();
    }

    @Test
    void neither_hash_nor_text_for_logs_shows_the_secret() {
        assertThat(token(7).hash()).doesNotContain(token(7).secret()).hasSize(64);
        assertThat(token(7).toString()).doesNotContain(token(7).secret());
    }
}
