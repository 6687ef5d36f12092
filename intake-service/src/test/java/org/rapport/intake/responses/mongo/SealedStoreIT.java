package org.rapport.intake.responses.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.intake.StartedIntake;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.application.SavePage;
import org.rapport.intake.responses.application.SavePageHandler;
import org.rapport.intake.responses.domain.Called;
import org.rapport.intake.responses.domain.Change;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.testkit.ServerProcess;
import org.rapport.testkit.TestServers;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads the bytes of the store itself, as somebody would who has its disk. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealedStoreIT {
    private static final String OWN_WORDS = "wordsThatNobodyButThePracticeMayRead";
    private static final String ALARM = "more-than-half-the-days";
    private static final int WORDS_PAGE = 2;
    private static final int ITEM_NINE_PAGE = 8;

    private final UUID inquiry = UUID.randomUUID();

    @Test
    void answers_are_nowhere_in_the_store_and_without_their_key_nowhere_at_all(@TempDir Path folder)
            throws IOException {
        Path files = folder.resolve("store");
        String database = TestServers.freshDatabase();
        try (ServerProcess store = ServerProcess.store(files, 0)) {
            try (ConfigurableApplicationContext intake =
                    StartedIntake.start(store.address(), TestServers.broker(), database, StartedIntake.SECRET)) {
                Responses responses = intake.getBean(Responses.class);
                answer(intake);
                Response read = responses.find(ResponseId.of(inquiry)).orElseThrow();
                assertThat(read.answers().to("own-words")).containsExactly(OWN_WORDS);
                assertThat(read.answers().to("phq9-9")).containsExactly(ALARM);
                assertThat(read.concerns().all())
                        .extracting(concern -> concern.code())
                        .containsExactly("phq-9-item-9");
            }
            assertThatException()
                    .isThrownBy(() -> StartedIntake.start(
                                    store.address(),
                                    TestServers.broker(),
                                    database,
                                    "another secret, just as long as the first")
                            .close())
                    .havingRootCause()
                    .withMessageContaining("the master key does not open it");
            try (ConfigurableApplicationContext intake =
                    StartedIntake.start(store.address(), TestServers.broker(), database, StartedIntake.SECRET)) {
                intake.getBean(DataKeys.class).destroy(ResponseId.of(inquiry), Instant.now());
                Response left = intake.getBean(Responses.class)
                        .find(ResponseId.of(inquiry))
                        .orElseThrow();
                assertThat(left.state()).isEqualTo(new ResponseState.Erased());
                assertThat(left.answers()).isEqualTo(Answers.none());
            }
            store.kill();
        }
        String bytes = bytesOf(files);
        assertThat(bytes).as("what is looked through").contains("IN_PROGRESS", "own-words");
        assertThat(bytes).doesNotContain(OWN_WORDS, ALARM, "phq-9-item-9");
        String wide = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_16LE);
        assertThat(wide).doesNotContain(OWN_WORDS);
    }

    private void answer(ConfigurableApplicationContext intake) {
        Packet packet = intake.getBean(Questionnaires.class).current();
        Change sent = Response.send(inquiry, packet, Language.EN, Duration.ofDays(30), Instant.now());
        intake.getBean(Responses.class).save(sent.response(), sent.events());
        save(intake, WORDS_PAGE, Map.of("concerns", List.of("grief"), "own-words", List.of(OWN_WORDS)));
        save(
                intake,
                ITEM_NINE_PAGE,
                Map.of("phq9-7", List.of("not-at-all"), "phq9-8", List.of("not-at-all"), "phq9-9", List.of(ALARM)));
    }

    private void save(ConfigurableApplicationContext intake, int page, Map<String, List<String>> answers) {
        intake.getBean(SavePageHandler.class)
                .handle(new SavePage(
                        inquiry, page, 0, new Answers(answers), new Called.Everything(), Language.EN, null));
    }

    private static String bytesOf(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
