package org.rapport.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortsTest {
    @Test
    void the_page_on_operations_says_which_are_taken_and_how_others_are_given() throws IOException {
        String page = Files.readString(Path.of("../../docs/operations.md"));
        assertThat(page)
                .contains("ports %d to %d and %d"
                        .formatted(Ports.DEFAULT.front(), Ports.DEFAULT.notification(), Ports.DEFAULT.smtp()));
        Matcher others = Pattern.compile("-Drapport\\.ports=([0-9,]+)").matcher(page);
        assertThat(others.find()).isTrue();
        assertThat(Ports.read(others.group(1))).isEqualTo(new Ports(9080, 9081, 9082, 9083, 9084, 4025, 0, 0));
    }
}
