package org.rapport.intake.responses.application;

import java.time.Clock;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.Scribe;

/** Submits a response that has been opened. */
public final class SubmitResponseHandler {
    private final Responses responses;
    private final Questionnaires questionnaires;
    private final Clock clock;

    public SubmitResponseHandler(Responses responses, Questionnaires questionnaires, Clock clock) {
        this.responses = responses;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    public ResponseDecision.Submission handle(SubmitResponse command) {
        return responses.decide(
                ResponseId.of(command.inquiryId()),
                response -> response.submit(
                        questionnaires.pinned(response.questionnaires()),
                        command.shownAt(),
                        Writer.scribe(command.writer(), Scribe.SUBMISSION, clock.instant()),
                        clock.instant()));
    }
}
