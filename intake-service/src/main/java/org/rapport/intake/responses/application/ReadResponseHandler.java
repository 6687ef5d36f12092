package org.rapport.intake.responses.application;

import java.util.Optional;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;

/** Reads a response without creating one; of one that is being amended, what was signed. */
public final class ReadResponseHandler {
    private final Responses responses;
    private final Questionnaires questionnaires;

    public ReadResponseHandler(Responses responses, Questionnaires questionnaires) {
        this.responses = responses;
        this.questionnaires = questionnaires;
    }

    public Optional<ResponseSheet> handle(ReadResponse query) {
        return responses
                .find(ResponseId.of(query.inquiryId()))
                .map(Response::asSigned)
                .map(response -> new ResponseSheet(response, questionnaires.pinned(response.questionnaires())));
    }
}
