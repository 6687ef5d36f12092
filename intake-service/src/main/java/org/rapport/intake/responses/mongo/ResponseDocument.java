package org.rapport.intake.responses.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.responses.domain.Acknowledgement;
import org.rapport.intake.responses.domain.AcknowledgementAction;
import org.rapport.intake.responses.domain.Invitation;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.SafetyConcern;
import org.rapport.intake.responses.domain.SafetyConcerns;

/** A response as stored. Answers are a list, not a map, so that no linkId is ever a key of the store. */
public record ResponseDocument(
        UUID inquiryId,
        State state,
        List<String> questionnaires,
        Language language,
        List<AnswerEntry> answers,
        int revision,
        List<Integer> pageRevisions,
        List<ConcernEntry> concerns,
        Instant sentAt,
        int sending,
        Instant expiresAt,
        int nudges,
        @Nullable Instant lapsedAt,
        @Nullable Instant submittedAt,
        @Nullable Priority priority) {

    /** Names of {@link ResponseState} in the store. */
    public enum State {
        SENT,
        IN_PROGRESS,
        LAPSED,
        SUBMITTED
    }

    /** The answer to one question. */
    public record AnswerEntry(String question, List<String> values) {}

    /** One safety concern; the acknowledgement is absent while it is open. */
    public record ConcernEntry(
            UUID id,
            String code,
            Instant raisedAt,
            int escalations,
            Instant askedAt,
            @Nullable AcknowledgementEntry acknowledgement) {

        static ConcernEntry of(SafetyConcern concern) {
            Acknowledgement by = concern.acknowledgement();
            return new ConcernEntry(
                    concern.id(),
                    concern.code(),
                    concern.raisedAt(),
                    concern.escalations(),
                    concern.askedAt(),
                    by == null ? null : new AcknowledgementEntry(by.by(), by.name(), by.action(), by.at()));
        }

        SafetyConcern concern() {
            return new SafetyConcern(
                    id,
                    code,
                    raisedAt,
                    escalations,
                    askedAt,
                    acknowledgement == null ? null : acknowledgement.acknowledgement());
        }
    }

    /** Who answers for a concern. */
    public record AcknowledgementEntry(UUID by, String name, AcknowledgementAction action, Instant at) {
        Acknowledgement acknowledgement() {
            return new Acknowledgement(by, name, action, at);
        }
    }

    static ResponseDocument of(Response response) {
        ResponseState.@Nullable Submitted submitted =
                response.state() instanceof ResponseState.Submitted done ? done : null;
        return new ResponseDocument(
                response.inquiryId(),
                switch (response.state()) {
                    case ResponseState.Sent() -> State.SENT;
                    case ResponseState.InProgress() -> State.IN_PROGRESS;
                    case ResponseState.Lapsed _ -> State.LAPSED;
                    case ResponseState.Submitted _ -> State.SUBMITTED;
                },
                response.questionnaires().stream()
                        .map(QuestionnaireKey::canonical)
                        .toList(),
                response.language(),
                response.answers().byQuestion().entrySet().stream()
                        .map(entry -> new AnswerEntry(entry.getKey(), entry.getValue()))
                        .toList(),
                response.revision(),
                response.pageRevisions(),
                response.concerns().all().stream().map(ConcernEntry::of).toList(),
                response.invitation().sentAt(),
                response.invitation().number(),
                response.invitation().expiresAt(),
                response.invitation().nudges(),
                response.state() instanceof ResponseState.Lapsed lapsed ? lapsed.at() : null,
                submitted == null ? null : submitted.at(),
                submitted == null ? null : submitted.priority());
    }

    Response response(ResponseId id, long version) {
        return new Response(
                id,
                inquiryId,
                responseState(),
                questionnaires.stream().map(QuestionnaireKey::parse).toList(),
                language,
                new Answers(answers.stream().collect(Collectors.toMap(AnswerEntry::question, AnswerEntry::values))),
                revision,
                pageRevisions,
                new SafetyConcerns(concerns.stream().map(ConcernEntry::concern).toList()),
                new Invitation(sending, sentAt, expiresAt, nudges),
                version);
    }

    private ResponseState responseState() {
        return switch (state) {
            case SENT -> new ResponseState.Sent();
            case IN_PROGRESS -> new ResponseState.InProgress();
            case LAPSED -> new ResponseState.Lapsed(Objects.requireNonNull(lapsedAt));
            case SUBMITTED -> {
                if (submittedAt == null || priority == null) {
                    throw new IllegalStateException("a submitted response without time or priority");
                }
                yield new ResponseState.Submitted(submittedAt, priority);
            }
        };
    }
}
