package org.rapport.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.journeys.Story.Client;
import org.rapport.local.Ports;

/** The local run as a process of its own, killed and started again on the same folder; and ended politely. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final List<Process> started = new ArrayList<>();
    private final Map<String, String> store = ChosenStore.properties();
    private Ports ports = Ports.DEFAULT;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void choosePorts() {
        ports = Ports.free();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void killed_and_started_again_it_has_lost_nothing_it_acknowledged_and_asked_to_stop_it_stops_by_itself()
            throws Exception {
        Process first = start();
        Story story = new Story(
                "http://localhost:" + ports.front(),
                new Client("Iris Moss", "iris@example.org", "(312) 555-0164", "en", false),
                _ -> new HttpScreen("en"));
        story.booksACall(4);
        story.fillsTheQuestionnaire();
        first.destroyForcibly().waitFor();

        Process second = start();
        story.isRememberedBy("ruth");
        story.isAcceptedBy(story.isOffered());
        story.ends();

        second.destroy();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(output()))
                .contains("Rapport has stopped.")
                .as("only what a person can use, the log goes to a file")
                .doesNotContain("INFO");
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // Nobody here takes the time a person takes.
                "-Drapport.visitors.quickest-form=0s",
                "-Drapport.data=" + folder.resolve("data"),
                "-Drapport.ports=" + ports.written()));
        store.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.rapport.local.LocalSystem"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        started.add(process);
        await().atMost(PATIENCE).until(() -> {
            String said = Files.readString(output());
            assertThat(process.isAlive()).as(said).isTrue();
            return said.contains("Rapport runs.");
        });
        return process;
    }
}
