package org.rapport.intake.responses.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;

/** What happened to a response. */
public sealed interface ResponseEvent {
    ResponseId responseId();

    UUID inquiryId();

    record QuestionnaireSent(
            ResponseId responseId, UUID inquiryId, List<QuestionnaireKey> questionnaires, Instant expiresAt, Instant at)
            implements ResponseEvent {}

    record QuestionnaireResent(ResponseId responseId, UUID inquiryId, Invitation invitation) implements ResponseEvent {}

    record QuestionnaireNudged(ResponseId responseId, UUID inquiryId, Invitation invitation, Instant at)
            implements ResponseEvent {}

    record QuestionnaireLapsed(ResponseId responseId, UUID inquiryId, int sending, Instant at)
            implements ResponseEvent {}

    record ResponseBegun(ResponseId responseId, UUID inquiryId, Instant at) implements ResponseEvent {}

    record ResponseSubmitted(
            ResponseId responseId,
            UUID inquiryId,
            List<QuestionnaireKey> questionnaires,
            Criteria criteria,
            Priority priority,
            Instant at)
            implements ResponseEvent {}

    record SafetyConcernRaised(ResponseId responseId, UUID inquiryId, UUID concernId, String code, Instant at)
            implements ResponseEvent {}

    /** @param step 1 for the first time nobody had acknowledged it */
    record SafetyConcernEscalated(ResponseId responseId, UUID inquiryId, UUID concernId, int step, Instant at)
            implements ResponseEvent {}

    record SafetyConcernAcknowledged(
            ResponseId responseId, UUID inquiryId, UUID concernId, UUID by, AcknowledgementAction action, Instant at)
            implements ResponseEvent {}
}
