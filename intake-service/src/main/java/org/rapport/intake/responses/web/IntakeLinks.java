package org.rapport.intake.responses.web;

import java.time.Clock;
import java.util.UUID;
import org.rapport.contracts.ClientLink;
import org.rapport.web.LinkVerdict;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads the inquiry out of a client's link. */
@Component
class IntakeLinks {
    private final SignedLinks links;
    private final Clock clock;

    IntakeLinks(SignedLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
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
