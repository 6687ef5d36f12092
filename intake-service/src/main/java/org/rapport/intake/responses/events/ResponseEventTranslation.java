package org.rapport.intake.responses.events;

import java.util.List;
import java.util.function.Function;
import org.rapport.contracts.IntakeResponses;
import org.rapport.contracts.PublishedEvent;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.responses.domain.Criteria;
import org.rapport.intake.responses.domain.ResponseEvent;

/** What other services are told about a response: ids, times, and the wishes as codes; no score, and never a word. */
public final class ResponseEventTranslation implements Function<ResponseEvent, PublishedEvent> {
    @Override
    public PublishedEvent apply(ResponseEvent event) {
        return switch (event) {
            case ResponseEvent.QuestionnaireSent sent ->
                new IntakeResponses.QuestionnaireSent(
                        sent.responseId().value(),
                        sent.inquiryId(),
                        canonical(sent.questionnaires()),
                        sent.expiresAt(),
                        sent.at());
            case ResponseEvent.QuestionnaireResent resent ->
                new IntakeResponses.QuestionnaireResent(
                        resent.responseId().value(),
                        resent.inquiryId(),
                        resent.invitation().number(),
                        resent.invitation().expiresAt(),
                        resent.invitation().sentAt());
            case ResponseEvent.QuestionnaireNudged nudged ->
                new IntakeResponses.QuestionnaireNudged(
                        nudged.responseId().value(),
                        nudged.inquiryId(),
                        nudged.invitation().nudges(),
                        nudged.invitation().number(),
                        nudged.invitation().expiresAt(),
                        nudged.at());
            case ResponseEvent.QuestionnaireLapsed lapsed ->
                new IntakeResponses.QuestionnaireLapsed(
                        lapsed.responseId().value(), lapsed.inquiryId(), lapsed.sending(), lapsed.at());
            case ResponseEvent.ResponseBegun begun ->
                new IntakeResponses.ResponseBegun(begun.responseId().value(), begun.inquiryId(), begun.at());
            case ResponseEvent.ResponseSubmitted submitted ->
                new IntakeResponses.ResponseSubmitted(
                        submitted.responseId().value(),
                        submitted.inquiryId(),
                        canonical(submitted.questionnaires()),
                        criteria(submitted.criteria()),
                        priority(submitted.priority()),
                        submitted.at());
            case ResponseEvent.SafetyConcernRaised raised ->
                new IntakeResponses.SafetyConcernRaised(
                        raised.concernId(), raised.responseId().value(), raised.inquiryId(), raised.at());
            case ResponseEvent.SafetyConcernEscalated escalated ->
                new IntakeResponses.SafetyConcernEscalated(
                        escalated.concernId(),
                        escalated.responseId().value(),
                        escalated.inquiryId(),
                        escalated.step(),
                        escalated.at());
            case ResponseEvent.SafetyConcernAcknowledged acknowledged ->
                new IntakeResponses.SafetyConcernAcknowledged(
                        acknowledged.concernId(),
                        acknowledged.responseId().value(),
                        acknowledged.inquiryId(),
                        acknowledged.by(),
                        acknowledged.action().name(),
                        acknowledged.at());
        };
    }

    private static List<String> canonical(List<QuestionnaireKey> keys) {
        return keys.stream().map(QuestionnaireKey::canonical).toList();
    }

    private static IntakeResponses.Criteria criteria(Criteria criteria) {
        return new IntakeResponses.Criteria(
                criteria.state(),
                criteria.format(),
                Criteria.POPULATION,
                criteria.concerns(),
                criteria.modalities(),
                criteria.payment(),
                criteria.maximumFee(),
                criteria.languages(),
                criteria.availability());
    }

    private static IntakeResponses.Priority priority(Priority priority) {
        return switch (priority) {
            case ROUTINE -> IntakeResponses.Priority.ROUTINE;
            case URGENT -> IntakeResponses.Priority.URGENT;
            case EMERGENT -> IntakeResponses.Priority.EMERGENT;
        };
    }
}
