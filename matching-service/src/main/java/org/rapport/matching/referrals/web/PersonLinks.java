package org.rapport.matching.referrals.web;

import java.time.Instant;
import java.util.UUID;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.web.LinkVerdict;
import org.rapport.web.PublicUrls;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpStatus;

/** Links that a person follows without signing in. Whoever sends them signs the same purpose and the subject {@code <inquiry id>|<number>}. */
final class PersonLinks {
    static final String CHOICE = "choose-therapist";
    static final String FIT = "fit-check";

    /** @param number of the question that is answered */
    record Link(UUID inquiryId, int number) {}

    private final SignedLinks links;
    private final PublicUrls urls;

    PersonLinks(SignedLinks links, PublicUrls urls) {
        this.links = links;
        this.urls = urls;
    }

    String choice(UUID inquiryId, Choice choice) {
        return urls.absolute(
                "/therapists/choice/" + links.sign(CHOICE, subject(inquiryId, choice.number()), choice.until()));
    }

    String fit(UUID inquiryId, int number, Instant until) {
        return urls.absolute("/therapists/fit/" + links.sign(FIT, subject(inquiryId, number), until));
    }

    /** What a link is about; one that ran out is gone, anything else is not found. */
    Link read(String token, String purpose, Instant now) {
        return switch (links.verify(token, purpose, now)) {
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

    private static String subject(UUID inquiryId, int number) {
        return inquiryId + "|" + number;
    }
}
