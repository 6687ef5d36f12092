package org.rapport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The smallest run there is: every part ends, and says something of both sides. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeRunIT {
    private static final IntakeRun.Size SMALL =
            new IntakeRun.Size(Duration.ofMillis(400), 1, Duration.ofMillis(200), List.of(1, 2), 3, 30);

    @Test
    void every_part_runs_beside_its_yardstick() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            IntakeRun.run(Set.of("save", "open", "scores"), SMALL);
        } finally {
            System.setOut(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("2 people save a page", "bare update", "page over HTTP")
                .contains("scores of 30 responses", "bare read", "scores worked out")
                .contains("200 questions on a page, 100 conditions", "parsing the definition", "opening the page");
    }
}
