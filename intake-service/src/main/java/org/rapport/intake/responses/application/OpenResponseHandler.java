package org.rapport.intake.responses.application;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.domain.Change;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;

/** Finds the response of an inquiry, or creates it; of several who come at once, one creates it and all get the same. */
public final class OpenResponseHandler {
    private final Responses responses;
    private final Questionnaires questionnaires;
    private final Clock clock;
    private final Duration linkLifetime;

    public OpenResponseHandler(Responses responses, Questionnaires questionnaires, Clock clock, Duration linkLifetime) {
        this.responses = responses;
        this.questionnaires = questionnaires;
        this.clock = clock;
        this.linkLifetime = linkLifetime;
    }

    public ResponseSheet handle(OpenResponse command) {
        ResponseId id = ResponseId.of(command.inquiryId());
        Response response = responses.find(id).or(() -> create(command, id)).orElseThrow();
        return new ResponseSheet(response, questionnaires.pinned(response.questionnaires()));
    }

    private Optional<Response> create(OpenResponse command, ResponseId id) {
        Change sent = Response.send(
                command.inquiryId(), questionnaires.current(), command.language(), linkLifetime, clock.instant());
        // Whether this write won or another's did, what is stored is the response.
        responses.save(sent.response(), sent.events());
        return responses.find(id);
    }
}
