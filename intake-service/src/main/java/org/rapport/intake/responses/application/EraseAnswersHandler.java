package org.rapport.intake.responses.application;

import java.util.Optional;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;

/** Destroys the key of the answers, then says that they are erased. */
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
