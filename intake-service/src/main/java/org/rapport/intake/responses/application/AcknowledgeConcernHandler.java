package org.rapport.intake.responses.application;

import java.time.Clock;
import java.util.Optional;
import org.rapport.intake.responses.domain.Acknowledgement;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.Responses;

/** Closes a safety concern for the person who answers for it. */
public final class AcknowledgeConcernHandler {
    private final Responses responses;
    private final Clock clock;

    public AcknowledgeConcernHandler(Responses responses, Clock clock) {
        this.responses = responses;
        this.clock = clock;
    }

    /** Empty when there is no such response. */
    public Optional<ResponseDecision.Acknowledging> handle(AcknowledgeConcern command) {
        if (responses.find(command.responseId()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(responses.decide(
                command.responseId(),
                response -> response.acknowledge(
                        command.concernId(),
                        new Acknowledgement(
                                command.staffId(), command.staffName(), command.action(), clock.instant()))));
    }
}
