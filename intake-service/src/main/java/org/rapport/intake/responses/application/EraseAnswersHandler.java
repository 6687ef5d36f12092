package org.rapport.intake.responses.application;

import java.util.Optional;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;

/** Says that the answers are erased, then destroys their key. */
public final class EraseAnswersHandler {
    private final Responses responses;

    public EraseAnswersHandler(Responses responses) {
        this.responses = responses;
    }

    /** Empty when there is no such response. */
    public Optional<ResponseDecision.Erasing> handle(EraseAnswers command) {
        ResponseId id = ResponseId.of(command.inquiryId());
        return responses.find(id).isEmpty() ? Optional.empty() : Optional.of(responses.erase(id));
    }
}
