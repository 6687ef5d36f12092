package org.rapport.intake.responses.application;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.domain.Consents;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.Scribe;
import org.rapport.intake.responses.domain.Signature;

/** Submits a response that has been opened. */
public final class SubmitResponseHandler {
    private final Responses responses;
    private final Questionnaires questionnaires;
    private final Consents consents;
    private final Clock clock;

    public SubmitResponseHandler(Responses responses, Questionnaires questionnaires, Consents consents, Clock clock) {
        this.responses = responses;
        this.questionnaires = questionnaires;
        this.consents = consents;
        this.clock = clock;
    }

    public ResponseDecision.Submission handle(SubmitResponse command) {
        return responses.decide(
                ResponseId.of(command.inquiryId()),
                response -> response.submit(
                        questionnaires.pinned(response.questionnaires()),
                        command.shownAt(),
                        signature(command.signing()),
                        Writer.scribe(command.writer(), Scribe.SUBMISSION, clock.instant()),
                        clock.instant()));
    }

    /** Null also for a text we never had and for what is no name: then nobody has signed anything. */
    private @Nullable Signature signature(SubmitResponse.@Nullable Signing signing) {
        if (signing == null || consents.find(signing.consent()).isEmpty()) {
            return null;
        }
        return Signature.of(signing.consent(), signing.signer(), signing.relationship(), signing.language())
                .orElse(null);
    }
}
