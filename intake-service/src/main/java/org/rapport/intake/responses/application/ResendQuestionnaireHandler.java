package org.rapport.intake.responses.application;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;

/** Sends a new link; the old one goes on working as long as it would have. */
public final class ResendQuestionnaireHandler {
    private final Responses responses;
    private final Clock clock;
    private final Duration linkLifetime;

    public ResendQuestionnaireHandler(Responses responses, Clock clock, Duration linkLifetime) {
        this.responses = responses;
        this.clock = clock;
        this.linkLifetime = linkLifetime;
    }

    /** Empty when there is no such response. */
    public Optional<ResponseDecision.Resending> handle(ResendQuestionnaire command) {
        ResponseId id = ResponseId.of(command.inquiryId());
        return responses.find(id).isEmpty()
                ? Optional.empty()
                : Optional.of(responses.decide(
                        id, response -> response.resend(command.known(), linkLifetime, clock.instant())));
    }
}
