package org.rapport.intake.responses.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.contracts.IntakeResponses;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.responses.domain.AcknowledgementAction;
import org.rapport.intake.responses.domain.Criteria;
import org.rapport.intake.responses.domain.ResponseEvent;
import org.rapport.intake.responses.domain.ResponseId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponseEventTranslationTest {
    private static final Instant AT = Instant.parse("2026-11-22T15:00:00Z");
    private static final UUID INQUIRY = UUID.randomUUID();
    private static final ResponseId RESPONSE = ResponseId.of(INQUIRY);
    private static final UUID CONCERN = UUID.randomUUID();
    private static final UUID MAYA = UUID.randomUUID();
    private static final List<QuestionnaireKey> KEYS = List.of(new QuestionnaireKey("https://p.example/q", "1"));

    private final ResponseEventTranslation translation = new ResponseEventTranslation();

    @Test
    void every_event_says_the_same_on_the_topic() {
        assertThat(translation.apply(
                        new ResponseEvent.QuestionnaireSent(RESPONSE, INQUIRY, KEYS, AT.plusSeconds(9), AT)))
                .isEqualTo(new IntakeResponses.QuestionnaireSent(
                        RESPONSE.value(), INQUIRY, List.of("https://p.example/q|1"), AT.plusSeconds(9), AT));
        assertThat(translation.apply(new ResponseEvent.ResponseBegun(RESPONSE, INQUIRY, AT)))
                .isEqualTo(new IntakeResponses.ResponseBegun(RESPONSE.value(), INQUIRY, AT));
        assertThat(translation.apply(
                        new ResponseEvent.SafetyConcernRaised(RESPONSE, INQUIRY, CONCERN, "phq-9-item-9", AT)))
                .isEqualTo(new IntakeResponses.SafetyConcernRaised(CONCERN, RESPONSE.value(), INQUIRY, AT));
        assertThat(translation.apply(new ResponseEvent.SafetyConcernAcknowledged(
                        RESPONSE, INQUIRY, CONCERN, MAYA, AcknowledgementAction.CALLED_CLIENT, AT)))
                .isEqualTo(new IntakeResponses.SafetyConcernAcknowledged(
                        CONCERN, RESPONSE.value(), INQUIRY, MAYA, "CALLED_CLIENT", AT));
    }

    @Test
    void a_submission_tells_codes_and_how_soon_to_act() {
        Criteria criteria = new Criteria(
                "IL", "COUPLES", List.of("grief"), List.of("eft"), "BCBS", 160, List.of("es"), List.of("EVENING"));
        assertThat(translation.apply(
                        new ResponseEvent.ResponseSubmitted(RESPONSE, INQUIRY, KEYS, criteria, Priority.EMERGENT, AT)))
                .isEqualTo(new IntakeResponses.ResponseSubmitted(
                        RESPONSE.value(),
                        INQUIRY,
                        List.of("https://p.example/q|1"),
                        new IntakeResponses.Criteria(
                                "IL",
                                "COUPLES",
                                "ADULT",
                                List.of("grief"),
                                List.of("eft"),
                                "BCBS",
                                160,
                                List.of("es"),
                                List.of("EVENING")),
                        IntakeResponses.Priority.EMERGENT,
                        AT));
    }
}
