package org.rapport.intake.responses.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.questionnaires.domain.SmallPacket.ABOUT;
import static org.rapport.intake.questionnaires.domain.SmallPacket.PACKET;
import static org.rapport.intake.questionnaires.domain.SmallPacket.SAFETY_CODE;
import static org.rapport.intake.questionnaires.domain.SmallPacket.mood;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.responses.domain.ResponseEvent.QuestionnaireSent;
import org.rapport.intake.responses.domain.ResponseEvent.ResponseBegun;
import org.rapport.intake.responses.domain.ResponseEvent.ResponseSubmitted;
import org.rapport.intake.responses.domain.ResponseEvent.SafetyConcernAcknowledged;
import org.rapport.intake.responses.domain.ResponseEvent.SafetyConcernRaised;

/** Every state with every command. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponseTest {
    private static final Signature SIGNED = new Signature("1.0.0", "Ana Ruiz", Relationship.SELF, Language.EN);
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final UUID INQUIRY = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final Acknowledgement MAYA = new Acknowledgement(
            UUID.fromString("c0000000-0000-4000-8000-000000000001"),
            "Maya Thompson",
            AcknowledgementAction.CALLED_CLIENT,
            NOW);

    private static final Response SENT = Response.send(INQUIRY, PACKET, Language.EN, Duration.ofDays(30), NOW)
            .response();
    private static final Response IN_PROGRESS = save(SENT, 1, 0, ABOUT).change().response();
    private static final Response WHOLE =
            save(IN_PROGRESS, 2, 1, mood(1, 0)).change().response();
    private static final Response SUBMITTED =
            WHOLE.submit(PACKET, null, SIGNED, null, NOW).change().response();
    private static final Response ALARMED =
            save(IN_PROGRESS, 2, 1, mood(0, 1)).change().response();

    @Test
    void sending_pins_the_packet_and_tells_how_long_the_link_is_good() {
        Change sent = Response.send(INQUIRY, PACKET, Language.ES, Duration.ofDays(30), NOW);
        assertThat(sent.isWrite()).isTrue();
        assertThat(sent.response().id()).isEqualTo(ResponseId.of(INQUIRY));
        assertThat(sent.response().id().value())
                .isEqualTo(UUID.nameUUIDFromBytes(
                        ("intake-response|" + INQUIRY).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(sent.response().questionnaires()).isEqualTo(PACKET.keys());
        assertThat(sent.events())
                .containsExactly(new QuestionnaireSent(
                        ResponseId.of(INQUIRY), INQUIRY, PACKET.keys(), NOW.plus(Duration.ofDays(30)), NOW));
    }

    static Stream<Arguments> every_state_and_command() {
        return Stream.of(
                Arguments.of(SENT, "save", "PageSaved", "InProgress", List.of(ResponseBegun.class)),
                Arguments.of(IN_PROGRESS, "save", "PageSaved", "InProgress", List.of()),
                Arguments.of(SUBMITTED, "save", "ReadOnly", "Submitted", List.of()),
                Arguments.of(
                        SENT,
                        "save alarm",
                        "PageSaved",
                        "InProgress",
                        List.of(ResponseBegun.class, SafetyConcernRaised.class)),
                Arguments.of(IN_PROGRESS, "save alarm", "PageSaved", "InProgress", List.of(SafetyConcernRaised.class)),
                Arguments.of(SUBMITTED, "save alarm", "ReadOnly", "Submitted", List.of(SafetyConcernRaised.class)),
                Arguments.of(SENT, "submit", "Incomplete", "Sent", List.of()),
                Arguments.of(IN_PROGRESS, "submit", "Incomplete", "InProgress", List.of()),
                Arguments.of(WHOLE, "submit", "Submitted", "Submitted", List.of(ResponseSubmitted.class)),
                Arguments.of(SUBMITTED, "submit", "Submitted", "Submitted", List.of()),
                Arguments.of(SENT, "acknowledge", "NoSuchConcern", "Sent", List.of()),
                Arguments.of(IN_PROGRESS, "acknowledge", "NoSuchConcern", "InProgress", List.of()),
                Arguments.of(
                        ALARMED, "acknowledge", "Acknowledged", "InProgress", List.of(SafetyConcernAcknowledged.class)),
                Arguments.of(
                        ALARMED.submit(PACKET, null, SIGNED, null, NOW).change().response(),
                        "acknowledge",
                        "Acknowledged",
                        "Submitted",
                        List.of(SafetyConcernAcknowledged.class)));
    }

    @ParameterizedTest
    @MethodSource
    void every_state_and_command(Response before, String command, String outcome, String after, List<Class<?>> events) {
        ResponseDecision decision = switch (command) {
            case "save" -> save(before, 2, before.revision(), mood(3, 0));
            case "save alarm" -> save(before, 2, before.revision(), mood(3, 2));
            case "submit" -> before.submit(PACKET, null, SIGNED, null, NOW);
            default -> before.acknowledge(firstConcern(before), MAYA);
        };
        assertThat(decision.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(decision.change().response().state().getClass().getSimpleName())
                .isEqualTo(after);
        assertThat(decision.change().events()).extracting(Object::getClass).isEqualTo(events);
        assertThat(decision.change().isWrite())
                .isEqualTo(!decision.change().response().equals(before));
    }

    @Test
    void a_page_shown_before_somebody_else_saved_it_overwrites_nothing() {
        Response elsewhere =
                save(IN_PROGRESS, 1, 1, with(ABOUT, "state", "IN")).change().response();
        ResponseDecision.Saved stale = save(elsewhere, 1, 1, with(ABOUT, "format", "GROUP"));
        assertThat(stale).isInstanceOf(ResponseDecision.PageStale.class);
        assertThat(stale.change().isWrite()).isFalse();
    }

    @Test
    void a_page_may_be_saved_though_another_page_was_saved_since() {
        ResponseDecision.Saved saved = save(IN_PROGRESS, 2, 0, mood(0, 0));
        assertThat(saved).isInstanceOf(ResponseDecision.PageSaved.class);
        assertThat(saved.change().response().answers().to("words")).containsExactly("my own words");
    }

    @Test
    void a_repeated_save_of_the_same_answers_is_harmless() {
        ResponseDecision.Saved again = save(IN_PROGRESS, 1, 0, ABOUT);
        assertThat(again).isInstanceOf(ResponseDecision.PageSaved.class);
        assertThat(again.change().isWrite()).isFalse();
    }

    @Test
    void a_revision_from_the_future_is_stale() {
        assertThat(save(IN_PROGRESS, 2, 7, mood(0, 0))).isInstanceOf(ResponseDecision.PageStale.class);
    }

    @Test
    void a_faulty_page_changes_nothing() {
        ResponseDecision.Saved faulty = save(IN_PROGRESS, 1, 1, with(ABOUT, "state", "XX"));
        assertThat(faulty).isInstanceOf(ResponseDecision.PageFaulty.class);
        assertThat(faulty.change().isWrite()).isFalse();
    }

    @Test
    void an_answer_that_cannot_wait_is_kept_of_a_faulty_page_and_raises_its_concern() {
        ResponseDecision.Saved faulty =
                save(SENT, 2, 0, new Answers(Map.of("low", List.of("nonsense"), "harm", List.of("p2"))));
        assertThat(faulty).isInstanceOf(ResponseDecision.PageFaulty.class);
        assertThat(faulty.crisis()).isTrue();
        assertThat(faulty.change().response().answers().byQuestion()).isEqualTo(Map.of("harm", List.of("p2")));
        assertThat(faulty.change().events())
                .extracting(Object::getClass)
                .containsExactly(ResponseBegun.class, SafetyConcernRaised.class);
    }

    @Test
    void of_two_answers_to_a_single_choice_the_graver_one_is_kept() {
        ResponseDecision.Saved faulty = save(SENT, 2, 0, new Answers(Map.of("harm", List.of("p0", "p3"))));
        assertThat(faulty.crisis()).isTrue();
        assertThat(faulty.change().response().answers().to("harm")).containsExactly("p3");
    }

    @Test
    void a_stale_page_keeps_the_concern_and_not_the_answer() {
        Response elsewhere = save(WHOLE, 2, 2, mood(2, 0)).change().response();
        ResponseDecision.Saved stale = save(elsewhere, 2, 2, mood(0, 3));
        assertThat(stale).isInstanceOf(ResponseDecision.PageStale.class);
        assertThat(stale.crisis()).isTrue();
        assertThat(stale.change().events())
                .hasOnlyElementsOfType(SafetyConcernRaised.class)
                .hasSize(1);
        assertThat(stale.change().response().answers()).isEqualTo(elsewhere.answers());
    }

    @Test
    void an_older_view_of_a_page_does_not_overwrite_the_answer_that_could_not_wait() {
        Response kept = save(SENT, 2, 0, new Answers(Map.of("harm", List.of("p3"))))
                .change()
                .response();
        assertThat(kept.answers().to("harm")).containsExactly("p3");
        ResponseDecision.Saved stale = save(kept, 2, 0, mood(0, 0));
        assertThat(stale).isInstanceOf(ResponseDecision.PageStale.class);
        assertThat(stale.change().response().answers().to("harm")).containsExactly("p3");
    }

    @Test
    void whoever_sends_again_what_was_kept_of_a_faulty_page_is_not_told_that_somebody_else_did() {
        Answers alarm = new Answers(Map.of("harm", List.of("p3")));
        Response kept = save(SENT, 2, 0, alarm).change().response();
        assertThat(save(kept, 2, 0, alarm)).isInstanceOf(ResponseDecision.PageFaulty.class);
        assertThat(save(kept, 2, 0, mood(1, 3))).isInstanceOf(ResponseDecision.PageSaved.class);
    }

    @Test
    void a_page_may_not_make_answers_fall_away_that_were_saved_after_it_was_shown() {
        Entries entries = new Entries(Language.EN, mood(1, 1), 3, List.of(1, 3), List.of());
        assertThat(entries.newer(1, PACKET.pages(), Answers.none(), 2)).containsExactly(2);
        assertThat(entries.newer(1, PACKET.pages(), Answers.none(), 3)).isEmpty();
        assertThat(entries.newer(1, PACKET.pages(), mood(0, 0), 2)).isEmpty();
        assertThat(entries.newer(2, PACKET.pages(), mood(0, 1), 2)).containsExactly(2);
        assertThat(entries.newer(2, PACKET.pages(), mood(1, 1), 2)).isEmpty();
    }

    @Test
    void the_same_alarm_raises_one_concern_with_one_id() {
        assertThat(ALARMED.concerns().all()).hasSize(1);
        assertThat(save(IN_PROGRESS, 2, 1, mood(3, 3))
                        .change()
                        .response()
                        .concerns()
                        .all())
                .extracting(SafetyConcern::id)
                .containsExactly(firstConcern(ALARMED));
        ResponseDecision.Saved graver = save(ALARMED, 2, 2, mood(0, 3));
        assertThat(graver.crisis()).isTrue();
        assertThat(graver.change().response().concerns().all()).hasSize(2);
    }

    @Test
    void a_graver_answer_is_told_of_at_once_and_outlives_the_acknowledgement_of_the_milder_one() {
        Response graver = save(ALARMED, 2, 2, mood(0, 3)).change().response();
        assertThat(save(ALARMED, 2, 2, mood(0, 3)).change().events())
                .singleElement()
                .isInstanceOf(SafetyConcernRaised.class);
        Response acknowledged =
                graver.acknowledge(firstConcern(ALARMED), MAYA).change().response();
        assertThat(acknowledged.concerns().open())
                .containsExactly(graver.concerns().all().getLast());
        assertThat(save(graver, 2, 3, mood(0, 3)).change().events()).isEmpty();
        assertThat(save(graver, 2, 3, mood(0, 2)).change().events()).isEmpty();
    }

    @Test
    void an_answer_taken_back_closes_nothing_and_the_submission_stays_emergent() {
        Response taken = save(ALARMED, 2, 2, mood(0, 0)).change().response();
        assertThat(taken.concerns().all()).singleElement().matches(SafetyConcern::isOpen);
        assertThat(submitted(taken).priority()).isEqualTo(Priority.EMERGENT);
    }

    @Test
    void after_an_acknowledgement_a_new_alarm_raises_a_new_concern_and_the_old_answer_does_not() {
        Response acknowledged =
                ALARMED.acknowledge(firstConcern(ALARMED), MAYA).change().response();
        assertThat(save(acknowledged, 2, 2, mood(1, 1)).change().events()).isEmpty();
        Response graver = save(acknowledged, 2, 2, mood(0, 3)).change().response();
        assertThat(graver.concerns().all()).hasSize(2);
        assertThat(graver.concerns().all().getLast().isOpen()).isTrue();
        assertThat(graver.concerns().all().getLast().code()).isEqualTo(SAFETY_CODE);
    }

    @Test
    void an_acknowledgement_is_given_once_by_a_named_person() {
        UUID concern = firstConcern(ALARMED);
        Response closed = ALARMED.acknowledge(concern, MAYA).change().response();
        assertThat(closed.concerns().all().getFirst().acknowledgement()).isEqualTo(MAYA);

        ResponseDecision.Acknowledging again = closed.acknowledge(concern, MAYA);
        assertThat(again).isInstanceOf(ResponseDecision.Acknowledged.class);
        assertThat(again.change().isWrite()).isFalse();

        Acknowledgement other = new Acknowledgement(UUID.randomUUID(), "Ruth Abrams", AcknowledgementAction.OTHER, NOW);
        assertThat(closed.acknowledge(concern, other)).isInstanceOf(ResponseDecision.AcknowledgedByOther.class);
    }

    @ParameterizedTest
    @CsvSource({"0,0,ROUTINE", "2,0,ROUTINE", "3,0,URGENT", "0,1,EMERGENT"})
    void the_priority_follows_from_bands_and_concerns(int low, int harm, Priority priority) {
        Response whole = save(IN_PROGRESS, 2, 1, mood(low, harm)).change().response();
        assertThat(submitted(whole).priority()).isEqualTo(priority);
    }

    @Test
    void what_is_submitted_is_codes() {
        assertThat(submitted(WHOLE).criteria())
                .isEqualTo(new Criteria(
                        "IL",
                        "INDIVIDUAL",
                        List.of("stress", "grief"),
                        List.of(),
                        "SELF_PAY",
                        null,
                        List.of(),
                        List.of()));
        assertThat(submitted(WHOLE).toString()).doesNotContain("my own words");
    }

    @Test
    void what_is_missing_is_named_with_its_page() {
        ResponseDecision.Submission refused = IN_PROGRESS.submit(PACKET, null, SIGNED, null, NOW);
        assertThat(((ResponseDecision.Incomplete) refused).missing())
                .extracting(missing -> missing.page() + " " + missing.question().linkId())
                .containsExactly("2 low", "2 harm");
    }

    @Test
    void answers_saved_since_the_check_page_was_shown_stop_the_submission() {
        assertThat(WHOLE.submit(PACKET, 1, SIGNED, null, NOW)).isInstanceOf(ResponseDecision.SubmissionStale.class);
        assertThat(WHOLE.submit(PACKET, 2, SIGNED, null, NOW)).isInstanceOf(ResponseDecision.Submitted.class);
    }

    @Test
    void a_page_left_for_later_may_lack_answers_and_stays_next() {
        Answers half = ABOUT.only("state"::equals);
        ResponseDecision.Saved later = SENT.savePage(
                PACKET, PACKET.page(1).orElseThrow(), 0, half, new Called.Nothing(), Language.ES, null, NOW);
        assertThat(later).isInstanceOf(ResponseDecision.PageSaved.class);
        assertThat(later.change().response().nextPage(PACKET)).hasValue(1);
        assertThat(later.change().response().language()).isEqualTo(Language.ES);
        assertThat(IN_PROGRESS.nextPage(PACKET)).hasValue(2);
        assertThat(WHOLE.nextPage(PACKET)).isEmpty();
    }

    private static ResponseSubmitted submitted(Response whole) {
        return (ResponseSubmitted)
                whole.submit(PACKET, null, SIGNED, null, NOW).change().events().getFirst();
    }

    private static ResponseDecision.Saved save(Response response, int page, int shownAt, Answers answers) {
        return response.savePage(
                PACKET,
                PACKET.page(page).orElseThrow(),
                shownAt,
                answers,
                new Called.Everything(),
                Language.EN,
                null,
                NOW);
    }

    private static Answers with(Answers answers, String linkId, String code) {
        return answers.with(Map.of(linkId, List.of(code)));
    }

    private static UUID firstConcern(Response response) {
        return response.concerns().all().stream()
                .map(SafetyConcern::id)
                .findFirst()
                .orElse(new UUID(0, 0));
    }
}
