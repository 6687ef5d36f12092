package org.rapport.matching.referrals.web;

import java.time.Instant;
import java.util.UUID;
import org.rapport.contracts.ClientLink;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.web.LinkVerdict;
import org.rapport.web.PublicUrls;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpStatus;

/** Links that a person follows without signing in; notification-service sends the same ones. */
final class PersonLinks {
    /** @param number of the question that is answered */
    record Link(UUID inquiryId, int number) {}

    private final SignedLinks links;
    private final PublicUrls urls;

    PersonLinks(SignedLinks links, PublicUrls urls) {
        this.links = links;
        this.urls = urls;
    }

    String choice(UUID inquiryId, Choice choice) {
        return link(ClientLink.CHOOSE_THERAPIST, inquiryId, choice.number(), choice.until());
    }

    String fit(UUID inquiryId, int number, Instant until) {
        return link(ClientLink.FIT_CHECK, inquiryId, number, until);
    }

    private String link(ClientLink link, UUID inquiryId, int number, Instant until) {
        String subject = ClientLink.question(inquiryId, number);
        return urls.absolute(link.path(links.sign(link.purpose(), subject, link.validUntil(until))));
    }

    /** What a link is about; one that ran out is gone, anything else is not found. */
    Link read(String token, ClientLink link, Instant now) {
        return switch (links.verify(token, link.purpose(), now)) {
            case LinkVerdict.Valid(String subject, Instant _) -> {
                int bar = subject.lastIndexOf('|');
                yield new Link(
                        UUID.fromString(subject.substring(0, bar)), Integer.parseInt(subject.substring(bar + 1)));
            }
            case LinkVerdict.Expired _ -> throw over();
            case LinkVerdict.Invalid _ -> throw RefusedRequest.notFound();
        };
    }

    /** The link was genuine, but nobody waits for its answer any more. */
    static RefusedRequest over() {
        return new RefusedRequest(HttpStatus.GONE, "link-over");
    }
}
