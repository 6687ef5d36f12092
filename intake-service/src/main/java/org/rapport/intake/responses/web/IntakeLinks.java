package org.rapport.intake.responses.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.contracts.ClientLink;
import org.rapport.intake.responses.application.OpenResponse;
import org.rapport.intake.responses.application.OpenResponseHandler;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.application.Writer;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.web.LinkVerdict;
import org.rapport.web.PageFrame;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.rapport.web.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads the inquiry out of a client's link, and opens what it leads to. */
@Component
class IntakeLinks {
    private static final String ON_BEHALF = "intake-on-behalf";
    private static final String SEPARATOR = "|";
    private static final Duration LONGEST_SITTING = Duration.ofHours(2);

    private final SignedLinks links;
    private final OpenResponseHandler open;
    private final PageFrame frame;
    private final Clock clock;

    IntakeLinks(SignedLinks links, OpenResponseHandler open, PageFrame frame, Clock clock) {
        this.links = links;
        this.open = open;
        this.frame = frame;
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

    /** A link by which this member of staff, and nobody else, fills in for the person, for a while. */
    String onBehalf(UUID inquiryId, Staff staff) {
        return links.sign(
                ON_BEHALF, inquiryId + SEPARATOR + staff.id(), clock.instant().plus(LONGEST_SITTING));
    }

    /** Who of the staff fills in by this link; null when it is the person's own. */
    @Nullable
    Writer writerOf(String token) {
        Staff staff = frame.staff();
        return staff != null
                        && links.verify(token, ON_BEHALF, clock.instant()) instanceof LinkVerdict.Valid valid
                        && valid.subject().endsWith(SEPARATOR + staff.id())
                ? new Writer(staff.id(), staff.name())
                : null;
    }

    /** @throws RefusedRequest 404 for a link we never made, 410 for one that has expired */
    UUID inquiryOf(String token) {
        return switch (links.verify(token, ClientLink.INTAKE.purpose(), clock.instant())) {
            case LinkVerdict.Valid valid -> inquiry(valid.subject());
            case LinkVerdict.Expired _ -> throw new RefusedRequest(HttpStatus.GONE, "link-expired");
            case LinkVerdict.Invalid() -> inquiryOfStaff(token);
        };
    }

    /** The inquiry of a link that was ours and has run out; empty for every other. */
    Optional<UUID> lateInquiryOf(String token) {
        if (links.verify(token, ClientLink.INTAKE.purpose(), clock.instant()) instanceof LinkVerdict.Expired expired) {
            return Optional.of(inquiry(expired.subject()));
        }
        Staff staff = frame.staff();
        return staff != null
                        && links.verify(token, ON_BEHALF, clock.instant()) instanceof LinkVerdict.Expired expired
                        && expired.subject().endsWith(SEPARATOR + staff.id())
                ? Optional.of(inquiryBehalf(expired.subject()))
                : Optional.empty();
    }

    /** The inquiry of a link of ours, whether it has run out or not. */
    UUID anyInquiryOf(String token) {
        return lateInquiryOf(token).orElseGet(() -> inquiryOf(token));
    }

    private static UUID inquiryBehalf(String subject) {
        return inquiry(subject.substring(0, subject.indexOf(SEPARATOR)));
    }

    private UUID inquiryOfStaff(String token) {
        return switch (links.verify(token, ON_BEHALF, clock.instant())) {
            // Somebody else who got hold of it has nothing.
            case LinkVerdict.Valid valid when writerOf(token) != null -> inquiryBehalf(valid.subject());
            case LinkVerdict.Expired _ -> throw new RefusedRequest(HttpStatus.GONE, "link-expired");
            case LinkVerdict.Valid _, LinkVerdict.Invalid() -> throw RefusedRequest.notFound();
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
