package org.rapport.intake.responses.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.questionnaires.domain.SmallPacket.ABOUT;
import static org.rapport.intake.questionnaires.domain.SmallPacket.PACKET;
import static org.rapport.intake.questionnaires.domain.SmallPacket.mood;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;

/** What becomes of a response while nobody does anything. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponseWaitingTest {
    private static final Signature SIGNED = new Signature("1.0.0", "Ana Ruiz", Relationship.SELF, Language.EN);
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Patience PATIENCE = new Patience(QUARTER, List.of(Duration.ofHours(24), Duration.ofHours(72)));
    private static final Acknowledgement MAYA = new Acknowledgement(
            UUID.fromString("c0000000-0000-4000-8000-000000000001"),
            "Maya Thompson",
            AcknowledgementAction.CALLED_CLIENT,
            NOW);

    private static final Response SENT = Response.send(
                    UUID.fromString("11111111-1111-4111-8111-111111111111"), PACKET, Language.EN, LIFETIME, NOW)
            .response();
    private static final Response IN_PROGRESS = save(SENT, 1, 0, ABOUT);
    private static final Response ALARMED = save(IN_PROGRESS, 2, 1, mood(0, 1));

    @Test
    void an_unfinished_questionnaire_is_told_of_after_a_day_and_after_three_and_then_lapses() {
        for (Response unfinished : List.of(SENT, IN_PROGRESS)) {
            assertThat(story(unfinished, Duration.ofDays(40)))
                    .containsExactly("nudged 1 PT24H", "nudged 2 PT72H", "lapsed PT720H");
        }
    }

    @Test
    void nobody_is_reminded_of_what_was_sent_in_or_has_lapsed() {
        Response submitted = save(IN_PROGRESS, 2, 1, mood(1, 0))
                .submit(PACKET, null, SIGNED, null, NOW)
                .change()
                .response();
        assertThat(submitted.watch().wakeAt(PATIENCE)).isEmpty();
        assertThat(submitted.watch().wake(PATIENCE, NOW.plus(LIFETIME)).isWrite())
                .isFalse();
        assertThat(lapsed().watch().wakeAt(PATIENCE)).isEmpty();
    }

    @Test
    void too_early_changes_nothing() {
        assertThat(SENT.watch().wake(PATIENCE, NOW.plus(Duration.ofHours(23))).isWrite())
                .isFalse();
        assertThat(ALARMED.watch()
                        .wake(PATIENCE, NOW.plus(Duration.ofMinutes(14)))
                        .isWrite())
                .isFalse();
    }

    @Test
    void of_nudges_missed_while_nothing_ran_one_is_said() {
        Watch.Turn late = SENT.watch().wake(PATIENCE, NOW.plus(Duration.ofDays(5)));
        assertThat(late.events()).singleElement().isInstanceOf(ResponseEvent.QuestionnaireNudged.class);
        assertThat(late.watch().wakeAt(PATIENCE)).contains(NOW.plus(LIFETIME));
    }

    @Test
    void a_concern_is_passed_on_every_quarter_of_an_hour_until_a_named_person_acknowledged_it() {
        assertThat(story(ALARMED, Duration.ofMinutes(50)))
                .containsExactly("escalated 1 PT15M", "escalated 2 PT30M", "escalated 3 PT45M");
        UUID concern = ALARMED.concerns().all().getFirst().id();
        Response acknowledged = ALARMED.acknowledge(concern, MAYA).change().response();
        assertThat(story(acknowledged, Duration.ofHours(2))).isEmpty();
    }

    @Test
    void a_concern_is_passed_on_also_after_the_questionnaire_was_sent_in_or_has_lapsed() {
        Response submitted =
                ALARMED.submit(PACKET, null, SIGNED, null, NOW).change().response();
        assertThat(story(submitted, Duration.ofMinutes(20))).containsExactly("escalated 1 PT15M");
        Response lapsed = woken(ALARMED, NOW.plus(LIFETIME));
        assertThat(lapsed.state()).isInstanceOf(ResponseState.Lapsed.class);
        assertThat(lapsed.watch().wakeAt(PATIENCE)).contains(NOW.plus(LIFETIME).plus(QUARTER));
    }

    @Test
    void a_service_that_was_down_for_long_passes_on_once_and_then_waits_again() {
        Instant late = NOW.plus(Duration.ofHours(9));
        Watch.Turn woken = ALARMED.watch().wake(PATIENCE, late);
        assertThat(woken.events()).hasSize(1);
        assertThat(woken.watch().wakeAt(PATIENCE)).contains(late.plus(QUARTER));
    }

    @Test
    void a_new_link_opens_what_lapsed_and_is_reminded_of_anew() {
        ResponseDecision.Resending resent = lapsed().resend(0, LIFETIME, NOW.plus(LIFETIME));
        Response open = resent.change().response();
        assertThat(open.state()).isInstanceOf(ResponseState.InProgress.class);
        assertThat(open.answers()).isEqualTo(IN_PROGRESS.answers());
        assertThat(open.invitation())
                .isEqualTo(new Invitation(1, NOW.plus(LIFETIME), NOW.plus(LIFETIME.multipliedBy(2)), 0));
        assertThat(resent.change().events())
                .containsExactly(new ResponseEvent.QuestionnaireResent(open.id(), open.inquiryId(), open.invitation()));
        assertThat(open.watch().wakeAt(PATIENCE)).contains(NOW.plus(LIFETIME).plus(Duration.ofHours(24)));
    }

    @Test
    void asking_twice_for_a_new_link_sends_one() {
        Response once = SENT.resend(0, LIFETIME, NOW).change().response();
        assertThat(once.resend(0, LIFETIME, NOW)).isInstanceOf(ResponseDecision.Resent.class);
        assertThat(once.resend(0, LIFETIME, NOW).change().isWrite()).isFalse();
    }

    @Test
    void what_was_sent_in_gets_no_new_link() {
        Response submitted =
                ALARMED.submit(PACKET, null, SIGNED, null, NOW).change().response();
        ResponseDecision.Resending refused = submitted.resend(0, LIFETIME, NOW);
        assertThat(refused).isInstanceOf(ResponseDecision.AlreadySubmitted.class);
        assertThat(refused.change().isWrite()).isFalse();
    }

    @Test
    void a_page_saved_by_a_link_that_still_works_goes_on_with_what_lapsed() {
        assertThat(save(lapsed(), 2, 1, mood(0, 0)).state()).isInstanceOf(ResponseState.InProgress.class);
    }

    @Test
    void what_the_practice_enters_after_the_link_ran_out_does_not_lapse_again() {
        Response entered = lapsed().savePage(
                        PACKET,
                        PACKET.page(2).orElseThrow(),
                        1,
                        mood(0, 0),
                        new Called.Everything(),
                        Language.EN,
                        null,
                        NOW.plus(LIFETIME).plusSeconds(1))
                .change()
                .response();
        assertThat(entered.watch().wakeAt(PATIENCE)).isEmpty();
        assertThat(entered.submit(PACKET, null, SIGNED, null, NOW.plus(LIFETIME).plusSeconds(2)))
                .isInstanceOf(ResponseDecision.Submitted.class);
    }

    @Test
    void a_danger_that_cannot_be_written_down_calls_somebody_once_and_goes_on_calling() {
        Watch.Turn turn = SENT.watch().alarm(NOW);
        assertThat(turn.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ResponseEvent.SafetyConcernRaised.class,
                        raised -> assertThat(raised.code()).isEqualTo(SafetyConcern.NOT_READ));
        assertThat(turn.watch().alarm(NOW.plus(QUARTER)).isWrite()).isFalse();
        Response alarmed = InMemoryResponses.after(SENT, turn.watch());
        assertThat(story(alarmed, Duration.ofMinutes(20))).containsExactly("escalated 1 PT15M");
        UUID concern = alarmed.concerns().all().getFirst().id();
        Watch acknowledged =
                alarmed.acknowledge(concern, MAYA).change().response().watch();
        Watch again = acknowledged.alarm(NOW.plus(QUARTER)).watch();
        assertThat(again.concerns().all())
                .extracting(SafetyConcern::id)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_open_concern_of_known_meaning_does_not_keep_quiet_one_that_could_not_be_written_down() {
        assertThat(ALARMED.watch().alarm(NOW).events()).hasSize(1);
    }

    @Test
    void what_has_been_erased_calls_nobody() {
        Response erased = SENT.erase().change().response();
        assertThat(erased.watch().alarm(NOW).isWrite()).isFalse();
    }

    private static Response lapsed() {
        return woken(IN_PROGRESS, NOW.plus(LIFETIME));
    }

    private static Response woken(Response response, Instant at) {
        return InMemoryResponses.after(
                response, response.watch().wake(PATIENCE, at).watch());
    }

    /** What happens for so long when the response is woken exactly when it asks to be. */
    private static List<String> story(Response from, Duration end) {
        List<String> told = new ArrayList<>();
        Response response = from;
        while (response.watch()
                .wakeAt(PATIENCE)
                .filter(at -> !at.isAfter(NOW.plus(end)))
                .isPresent()) {
            Instant at = response.watch().wakeAt(PATIENCE).orElseThrow();
            Watch.Turn turn = response.watch().wake(PATIENCE, at);
            assertThat(turn.isWrite()).as("woken for something").isTrue();
            Duration after = Duration.between(NOW, at);
            for (ResponseEvent event : turn.events()) {
                switch (event) {
                    case ResponseEvent.QuestionnaireNudged nudged ->
                        told.add("nudged " + nudged.invitation().nudges() + " " + after);
                    case ResponseEvent.QuestionnaireLapsed _ -> told.add("lapsed " + after);
                    case ResponseEvent.SafetyConcernEscalated escalated ->
                        told.add("escalated " + escalated.step() + " " + after);
                    default -> throw new AssertionError(event);
                }
            }
            response = InMemoryResponses.after(response, turn.watch());
        }
        return told;
    }

    private static Response save(Response before, int page, int shownAt, Answers answers) {
        return before.savePage(
                        PACKET,
                        PACKET.page(page).orElseThrow(),
                        shownAt,
                        answers,
                        new Called.Everything(),
                        Language.EN,
                        null,
                        NOW)
                .change()
                .response();
    }
}
