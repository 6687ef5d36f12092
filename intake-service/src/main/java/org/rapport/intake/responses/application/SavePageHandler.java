package org.rapport.intake.responses.application;

import java.time.Clock;
import java.util.Optional;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;

/** Saves one page of a response that has been opened. */
public final class SavePageHandler {
    private final Responses responses;
    private final Questionnaires questionnaires;
    private final Clock clock;

    public SavePageHandler(Responses responses, Questionnaires questionnaires, Clock clock) {
        this.responses = responses;
        this.questionnaires = questionnaires;
        this.clock = clock;
    }

    /** Empty when the packet has no such page. */
    public Optional<ResponseDecision.Saved> handle(SavePage command) {
        ResponseId id = ResponseId.of(command.inquiryId());
        Response opened = responses.find(id).orElseThrow();
        Packet packet = questionnaires.pinned(opened.questionnaires());
        Optional<Page> page = packet.page(command.page());
        return page.map(asked -> responses.decide(
                id,
                response -> response.savePage(
                        packet,
                        asked,
                        command.shownAt(),
                        command.answers(),
                        command.called(),
                        command.language(),
                        Writer.scribe(command.writer(), command.page(), clock.instant()),
                        clock.instant())));
    }
}
