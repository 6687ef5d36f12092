package org.rapport.intake.responses.application;

import java.time.Clock;
import java.util.Optional;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;

/** Raises the concern of a page that came too late to be saved. */
public final class HeedLatePageHandler {
    private final Responses responses;
    private final Questionnaires questionnaires;
    private final Clock clock;

    public HeedLatePageHandler(Responses responses, Questionnaires questionnaires, Clock clock) {
        this.responses = responses;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /** What was heard; empty where there is no such response or page. */
    public Optional<ResponseDecision.ReadOnly> handle(HeedLatePage command) {
        ResponseId id = ResponseId.of(command.inquiryId());
        return responses
                .find(id)
                .map(response -> questionnaires.pinned(response.questionnaires()))
                .flatMap(packet -> packet.page(command.page())
                        .map(page -> responses.decide(
                                id, response -> response.heed(packet, page, command.answers(), clock.instant()))));
    }
}
