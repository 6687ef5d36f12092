package org.rapport.intake.responses.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.fhir.QuestionnaireFiles;
import org.rapport.intake.responses.application.CrisisCheck;
import org.rapport.intake.responses.application.RaiseUnreadConcernHandler;
import org.rapport.intake.responses.domain.AnswersOutOfReach;
import org.rapport.intake.responses.domain.Change;
import org.rapport.intake.responses.domain.InMemoryResponses;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseEvent;
import org.rapport.web.RefusedRequest;
import org.springframework.context.i18n.LocaleContextHolder;

/** Help before everything else, also before a store that hangs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrisisFirstTest {
    private static final Answers ALARMING = new Answers(Map.of("phq9-9", List.of("several-days")));
    private static final Answers HARMLESS = new Answers(Map.of("phq9-9", List.of("not-at-all")));

    private final UUID inquiry = UUID.randomUUID();
    private final InMemoryResponses responses = new InMemoryResponses();
    private final CrisisFirst crisis = new CrisisFirst(
            new CrisisCheck(shipped()),
            new RaiseUnreadConcernHandler(responses, Clock.systemUTC()),
            Duration.ofMillis(5));

    private static QuestionnaireFiles shipped() {
        QuestionnaireFiles files = QuestionnaireFiles.shipped();
        files.current();
        return files;
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    @Timeout(20)
    void a_store_that_hangs_keeps_nobody_from_help_and_the_save_goes_on() throws InterruptedException {
        CountDownLatch store = new CountDownLatch(1);
        CountDownLatch saved = new CountDownLatch(1);
        String page = crisis.answer(
                ALARMING,
                () -> inquiry,
                () -> {
                    awaitQuietly(store);
                    saved.countDown();
                    return "saved";
                },
                _ -> "help");
        assertThat(page).isEqualTo("help");
        assertThat(saved.getCount()).isEqualTo(1);
        store.countDown();
        assertThat(saved.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_save_that_fails_is_told_with_its_reason() {
        String reason = crisis.answer(
                ALARMING,
                () -> inquiry,
                () -> {
                    throw new IllegalStateException("store");
                },
                failure -> failure.getClass().getSimpleName());
        assertThat(reason).isEqualTo("IllegalStateException");
    }

    @Test
    @Timeout(20)
    void a_save_that_fails_is_tried_again_behind_the_page() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger(3);
        CountDownLatch saved = new CountDownLatch(1);
        String page = crisis.answer(
                ALARMING,
                () -> inquiry,
                () -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("store");
                    }
                    saved.countDown();
                    return "saved";
                },
                _ -> "help");
        assertThat(page).isEqualTo("help");
        assertThat(saved.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Timeout(20)
    void who_is_in_danger_is_called_for_also_while_their_answers_can_be_neither_read_nor_kept()
            throws InterruptedException {
        Packet packet = shipped().current();
        Change sent = Response.send(inquiry, packet, Language.EN, Duration.ofDays(30), Instant.now());
        responses.save(sent.response(), sent.events());
        AtomicInteger failures = new AtomicInteger(3);
        CountDownLatch saved = new CountDownLatch(1);
        String page = crisis.answer(
                ALARMING,
                () -> inquiry,
                () -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new AnswersOutOfReach();
                    }
                    saved.countDown();
                    return "saved";
                },
                _ -> "help");
        assertThat(page).isEqualTo("help");
        assertThat(responses.events())
                .filteredOn(ResponseEvent.SafetyConcernRaised.class::isInstance)
                .hasSize(1);
        assertThat(saved.await(10, TimeUnit.SECONDS)).as("tried again").isTrue();
        assertThat(responses.events())
                .filteredOn(ResponseEvent.SafetyConcernRaised.class::isInstance)
                .hasSize(1);
    }

    @Test
    @Timeout(20)
    void what_is_refused_is_not_tried_again() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        crisis.answer(
                ALARMING,
                () -> inquiry,
                () -> {
                    twice.countDown();
                    throw RefusedRequest.notFound();
                },
                _ -> "help");
        assertThat(twice.await(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void a_save_that_works_is_answered_in_the_language_of_the_page() {
        LocaleContextHolder.setLocale(Locale.of("es"));
        String language = crisis.answer(
                ALARMING, () -> inquiry, () -> LocaleContextHolder.getLocale().getLanguage(), _ -> "help");
        assertThat(language).isEqualTo("es");
    }

    @Test
    void what_harms_nobody_fails_as_it_fails() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> crisis.answer(
                        HARMLESS,
                        () -> inquiry,
                        () -> {
                            throw new IllegalStateException("store");
                        },
                        _ -> "help"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
