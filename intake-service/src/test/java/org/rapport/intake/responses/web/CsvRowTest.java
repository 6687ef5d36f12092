package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that are text and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvRowTest {
    @Test
    void a_row_is_quoted_and_ends_as_rfc_4180_says() {
        assertThat(CsvRow.of("plain", "with, comma", "with \"quotes\"", "two\nlines", ""))
                .isEqualTo("\"plain\",\"with, comma\",\"with \"\"quotes\"\"\",\"two\nlines\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "=HYPERLINK(\"http://x\")",
                "\u3000=1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(A1)"
            })
    void no_cell_begins_like_a_formula(String cell) {
        assertThat(CsvRow.of(cell)).startsWith("\"'");
    }
}
