package org.rapport.intake.responses.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rapport.intake.questionnaires.domain.SmallPacket.ABOUT;
import static org.rapport.intake.questionnaires.domain.SmallPacket.PACKET;
import static org.rapport.intake.questionnaires.domain.SmallPacket.mood;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;

/** What every store of responses does, the fake and the real one alike. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ResponsesContract extends LaterResponsesContract {
    @Test
    public void what_is_saved_is_found_whole() {
        Change sent = sent(UUID.randomUUID());
        assertThat(responses().save(sent.response(), sent.events())).isEqualTo(Saving.SAVED);
        Response begun = step(sent.response().id(), response -> save(response, 1, ABOUT));
        Response alarmed = step(begun.id(), response -> save(response, 2, mood(3, 3)));
        UUID concern = alarmed.concerns().all().getFirst().id();
        step(begun.id(), response -> response.acknowledge(concern, MAYA));
        Response submitted = step(begun.id(), response -> response.submit(PACKET, null, SIGNED, null, NOW));

        assertThat(submitted.state()).isInstanceOf(ResponseState.Submitted.class);
        assertThat(submitted.answers().to("words")).containsExactly("my own words");
        assertThat(submitted.concerns().all().getFirst().acknowledgement()).isEqualTo(MAYA);
        assertThat(responses().find(submitted.id())).contains(submitted);
    }

    @Test
    public void every_step_reads_back_as_it_was_decided() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        Response stored = responses().find(sent.response().id()).orElseThrow();
        assertThat(atVersion(stored, 0)).isEqualTo(sent.response());
        Change begun = save(stored, 1, ABOUT).change();
        responses().save(begun.response(), begun.events());
        Response next = responses().find(stored.id()).orElseThrow();
        assertThat(atVersion(next, stored.version())).isEqualTo(begun.response());
        assertThat(next.version()).isGreaterThan(stored.version());
    }

    @Test
    public void what_is_erased_is_gone_and_comes_back_by_no_write() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        Response begun = step(sent.response().id(), response -> save(response, 1, ABOUT));
        assertThat(responses().erase(begun.id())).isInstanceOf(ResponseDecision.Erased.class);
        Response erased = responses().find(begun.id()).orElseThrow();
        assertThat(erased.state()).isEqualTo(new ResponseState.Erased());
        assertThat(erased.answers()).isEqualTo(Answers.none());
        assertThat(responses().save(begun, List.of())).isEqualTo(Saving.STALE);
        assertThat(responses().erase(begun.id()).change().isWrite()).isFalse();
        assertThat(save(erased, 2, mood(1, 0)).change().isWrite()).isFalse();
    }

    @Test
    public void what_may_be_danger_is_not_erased_before_somebody_has_acknowledged_it() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        Response alarmed = step(sent.response().id(), response -> save(response, 2, mood(3, 3)));
        assertThat(responses().erase(alarmed.id())).isInstanceOf(ResponseDecision.ConcernStillOpen.class);
        assertThat(responses().find(alarmed.id())).contains(alarmed);
    }

    @Test
    public void a_concern_raised_while_answers_are_being_erased_wins_and_stays_readable() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        Response begun = step(sent.response().id(), response -> save(response, 1, ABOUT));
        Response erasing = begun.erase().change().response();
        Response alarmed = step(begun.id(), response -> save(response, 2, mood(3, 3)));

        assertThat(responses().saveErased(erasing)).isEqualTo(Saving.STALE);
        assertThat(responses().find(begun.id())).contains(alarmed);
        UUID concern = alarmed.concerns().all().getFirst().id();
        ResponseDecision.Acknowledging answer =
                responses().decide(begun.id(), response -> response.acknowledge(concern, MAYA));
        assertThat(answer).isInstanceOf(ResponseDecision.Acknowledged.class);
    }

    @Test
    public void a_concern_raised_while_an_unanswered_response_is_being_erased_is_kept() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        Response stored = responses().find(sent.response().id()).orElseThrow();
        Response erasing = stored.erase().change().response();
        Response alarmed = step(stored.id(), response -> save(response, 2, mood(3, 3)));

        assertThat(responses().saveErased(erasing)).isEqualTo(Saving.STALE);
        assertThat(responses().find(stored.id())).contains(alarmed);
    }

    @Test
    public void what_was_sent_in_is_read_bit_by_bit_in_the_order_of_ids_and_nothing_else() {
        List<ResponseId> submitted = new ArrayList<>();
        ResponseId unfinished = ResponseId.of(UUID.randomUUID());
        for (int number = 0; number < 5; number++) {
            Change sent = sent(UUID.randomUUID());
            responses().save(sent.response(), sent.events());
            ResponseId id = sent.response().id();
            step(id, response -> save(response, 1, ABOUT));
            if (number != 2) {
                step(id, response -> save(response, 2, mood(1, 0)));
                step(id, response -> response.submit(PACKET, null, SIGNED, null, NOW));
                submitted.add(id);
            } else {
                unfinished = id;
            }
        }
        List<ResponseId> read = new ArrayList<>();
        ResponseId last = null;
        for (List<SentIn> some = responses().sentInAfter(null, 3);
                !some.isEmpty();
                some = responses().sentInAfter(last, 3)) {
            assertThat(some).hasSizeLessThanOrEqualTo(3);
            assertThat(some).allMatch(each -> each instanceof SentIn.Whole);
            some.forEach(sentIn -> read.add(sentIn.id()));
            last = some.getLast().id();
        }
        assertThat(read)
                .containsAll(submitted)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(ResponseId::toString));
        assertThat(read).doesNotContain(unfinished);
    }

    @Test
    public void nothing_is_found_where_nothing_was_saved() {
        assertThat(responses().find(ResponseId.of(UUID.randomUUID()))).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> responses()
                        .decide(
                                ResponseId.of(UUID.randomUUID()),
                                response -> response.submit(PACKET, null, SIGNED, null, NOW)));
    }

    @Test
    public void a_second_creation_is_stale_and_changes_nothing() {
        UUID inquiry = UUID.randomUUID();
        Change first = sent(inquiry);
        Change second = Response.send(inquiry, PACKET, Language.ES, Duration.ofDays(1), NOW.plusSeconds(5));
        assertThat(responses().save(first.response(), first.events())).isEqualTo(Saving.SAVED);
        assertThat(responses().save(second.response(), second.events())).isEqualTo(Saving.STALE);
        assertThat(responses().find(ResponseId.of(inquiry)).orElseThrow().language())
                .isEqualTo(Language.EN);
    }

    @Test
    public void a_write_on_an_old_version_is_stale_and_changes_nothing() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        Response old = responses().find(sent.response().id()).orElseThrow();
        step(old.id(), response -> save(response, 1, ABOUT));
        Change late = save(old, 2, mood(0, 0)).change();
        assertThat(responses().save(late.response(), late.events())).isEqualTo(Saving.STALE);
        assertThat(responses().find(old.id()).orElseThrow().answers().has("low"))
                .isFalse();
    }

    @Test
    public void of_many_writers_at_once_every_one_is_kept() throws Exception {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        ResponseId id = sent.response().id();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            all.add(writers.submit(() -> step(id, response -> save(response, 1, ABOUT))));
            all.add(writers.submit(() -> step(id, response -> save(response, 2, mood(1, 2)))));
            for (Future<?> each : all) {
                each.get();
            }
        }
        Response both = responses().find(id).orElseThrow();
        assertThat(both.missing(PACKET)).isEmpty();
        assertThat(both.revision()).isEqualTo(2);
        assertThat(both.concerns().all()).hasSize(1);
    }

    @Test
    public void odd_text_comes_back_as_it_went_in() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        String odd = "{\"$ne\":1} a.b \u00F1 \uD83D\uDE42";
        Answers answers = ABOUT.with(Map.of("words", List.of(odd)));
        step(
                sent.response().id(),
                response -> response.savePage(
                        PACKET,
                        PACKET.page(1).orElseThrow(),
                        0,
                        answers,
                        new Called.Nothing(),
                        Language.EN,
                        null,
                        NOW));
        assertThat(responses()
                        .find(sent.response().id())
                        .orElseThrow()
                        .answers()
                        .to("words"))
                .containsExactly(odd);
    }

    @Test
    void who_has_a_version_open_is_known_until_the_response_is_submitted() {
        UUID inquiry = UUID.randomUUID();
        Change sent = sent(inquiry);
        responses().save(sent.response(), sent.events());
        ResponseId id = sent.response().id();
        assertThat(open(inquiry)).extracting(UnfinishedResponse::begun).containsExactly(false);
        step(id, response -> save(response, 1, ABOUT));
        assertThat(open(inquiry)).extracting(UnfinishedResponse::begun).containsExactly(true);
        step(id, response -> save(response, 2, mood(0, 0)));
        step(id, response -> response.submit(PACKET, null, SIGNED, null, NOW));
        assertThat(open(inquiry)).isEmpty();
        assertThat(responses().unfinishedWith(new QuestionnaireKey("https://p.example/other", "1"), 10))
                .isEmpty();
    }

    private List<UnfinishedResponse> open(UUID inquiry) {
        return responses().unfinishedWith(PACKET.keys().getFirst(), 1_000).stream()
                .filter(response -> response.inquiryId().equals(inquiry))
                .toList();
    }

    private static Response atVersion(Response response, long version) {
        return new Response(
                response.id(),
                response.inquiryId(),
                response.state(),
                response.questionnaires(),
                response.entries(),
                response.concerns(),
                response.invitation(),
                version);
    }
}
