package org.rapport.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Topic {@value Topics#INTAKE_RESPONSES}: questionnaires sent, filled in, and what in them cannot wait. */
public sealed interface IntakeResponses extends PublishedEvent {

    UUID inquiryId();

    @Override
    default UUID key() {
        return inquiryId();
    }

    UUID responseId();

    /** How soon a coordinator must act. */
    enum Priority {
        ROUTINE,
        URGENT,
        EMERGENT
    }

    /**
     * What matching may know of an intake: codes only.
     *
     * @param state USPS code of the state where the person will be during sessions
     * @param payment {@code SELF_PAY} or an insurer's code
     * @param maximumFee whole US dollars a session, when the person named a limit
     */
    record Criteria(
            String state,
            String format,
            String population,
            List<String> concerns,
            List<String> modalities,
            String payment,
            @Nullable Integer maximumFee,
            List<String> languages,
            List<String> availability) {}

    /** @param questionnaires {@code canonical|version} of each, in the order they are filled in */
    record QuestionnaireSent(
            UUID responseId, UUID inquiryId, List<String> questionnaires, Instant expiresAt, Instant sentAt)
            implements IntakeResponses {}

    /**
     * The person gets a new link to what they have.
     *
     * @param number 1 for the first time, the second link
     */
    record QuestionnaireResent(UUID responseId, UUID inquiryId, int number, Instant expiresAt, Instant resentAt)
            implements IntakeResponses {}

    /**
     * The questionnaire has been waiting for a while.
     *
     * @param number 1 for the first time since a link went out
     * @param sending number of that link: 0 for the first, then as in {@link QuestionnaireResent}
     */
    record QuestionnaireNudged(
            UUID responseId, UUID inquiryId, int number, int sending, Instant expiresAt, Instant nudgedAt)
            implements IntakeResponses {}

    /** The link ran out before the questionnaire was sent in. */
    record QuestionnaireLapsed(UUID responseId, UUID inquiryId, int sending, Instant lapsedAt)
            implements IntakeResponses {}

    record ResponseBegun(UUID responseId, UUID inquiryId, Instant begunAt) implements IntakeResponses {}

    record ResponseSubmitted(
            UUID responseId,
            UUID inquiryId,
            List<String> questionnaires,
            Criteria criteria,
            Priority priority,
            Instant submittedAt)
            implements IntakeResponses {}

    /** What raised it stays in intake-service: to name the question would be to tell the answer. */
    record SafetyConcernRaised(UUID concernId, UUID responseId, UUID inquiryId, Instant raisedAt)
            implements IntakeResponses {}

    /**
     * Nobody has acknowledged it yet: the next person is asked.
     *
     * @param step 1 for the first time
     */
    record SafetyConcernEscalated(UUID concernId, UUID responseId, UUID inquiryId, int step, Instant escalatedAt)
            implements IntakeResponses {}

    /**
     * @param acknowledgedBy id of the coordinator who answers for it
     * @param action code of what was done
     */
    record SafetyConcernAcknowledged(
            UUID concernId, UUID responseId, UUID inquiryId, UUID acknowledgedBy, String action, Instant acknowledgedAt)
            implements IntakeResponses {}
}
