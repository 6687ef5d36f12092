package org.rapport.intake.responses.application;

import java.time.Clock;
import java.util.Optional;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.SignedRevision;

/** Opens what was signed to change, and leaves it as it was. */
public final class AmendResponseHandler {
    private final Responses responses;
    private final Clock clock;

    public AmendResponseHandler(Responses responses, Clock clock) {
        this.responses = responses;
        this.clock = clock;
    }

    /** Empty without a reason, or with one too long. */
    public Optional<ResponseDecision.Amendment> handle(AmendResponse command) {
        return SignedRevision.reason(command.why())
                .map(why -> responses.decide(
                        ResponseId.of(command.inquiryId()), response -> response.amend(why, clock.instant())));
    }

    public ResponseDecision.Amendment handle(LeaveAsSigned command) {
        return responses.decide(ResponseId.of(command.inquiryId()), response -> response.leaveAsSigned());
    }
}
