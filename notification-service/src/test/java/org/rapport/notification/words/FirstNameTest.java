package org.rapport.notification.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class FirstNameTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = ';',
            value = {
                "Ana Ruiz; Ana",
                "José; José",
                "O'Brien-Smith x; O'Brien-Smith",
                "'Ana\r\nBcc: x@y.z'; Ana",
                "visit evil.com now; visit",
                "evil.com; evilcom",
                "<script>alert(1)</script>; scriptalertscript",
                "${T(java.lang.Runtime)}; TjavalangRuntime",
                "+++; -",
                "Bartholomewbartholomewbartholomew; -",
            })
    void a_name_becomes_one_plain_word_or_none(String given, @Nullable String greeted) {
        assertThat(ThymeleafLetters.firstName(given)).isEqualTo(greeted);
    }
}
