package org.rapport.intake.responses.application;

import java.time.Clock;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.domain.Response;
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

    public void handle(HeedLatePage command) {
        ResponseId id = ResponseId.of(command.inquiryId());
        responses
                .find(id)
                .map(Response::questionnaires)
                .map(questionnaires::pinned)
                .ifPresent(packet -> heed(command, packet, id));
    }

    private void heed(HeedLatePage command, Packet packet, ResponseId id) {
        packet.page(command.page())
                .ifPresent(page -> responses.decide(
                        id, response -> response.heed(packet, page, command.answers(), clock.instant())));
    }
}
