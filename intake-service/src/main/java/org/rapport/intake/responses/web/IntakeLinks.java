package org.rapport.intake.responses.web;

import java.time.Clock;
import java.util.UUID;
import org.rapport.contracts.ClientLink;
import org.rapport.intake.responses.application.OpenResponse;
import org.rapport.intake.responses.application.OpenResponseHandler;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.web.LinkVerdict;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads the inquiry out of a client's link, and opens what it leads to. */
@Component
class IntakeLinks {
    private final SignedLinks links;
    private final OpenResponseHandler open;
    private final Clock clock;

    IntakeLinks(SignedLinks links, OpenResponseHandler open, Clock clock) {
        this.links = links;
        this.open = open;
        this.clock = clock;
    }

    /** @throws RefusedRequest as {@link #inquiryOf}, and 410 for what has been erased */
    ResponseSheet open(String token) {
        ResponseSheet sheet = open.handle(new OpenResponse(inquiryOf(token), PageLanguage.current()));
        if (sheet.response().state() instanceof ResponseState.Erased) {
            throw new RefusedRequest(HttpStatus.GONE, "link-expired");
        }
        return sheet;
    }

    /** @throws RefusedRequest 404 for a link we never made, 410 for one that has expired */
    UUID inquiryOf(String token) {
        return switch (links.verify(token, ClientLink.INTAKE.purpose(), clock.instant())) {
            case LinkVerdict.Valid valid -> inquiry(valid.subject());
            case LinkVerdict.Expired _ -> throw new RefusedRequest(HttpStatus.GONE, "link-expired");
            case LinkVerdict.Invalid() -> throw RefusedRequest.notFound();
        };
    }

    private static UUID inquiry(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            throw RefusedRequest.notFound();
        }
    }
}
