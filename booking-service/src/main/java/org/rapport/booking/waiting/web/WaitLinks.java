package org.rapport.booking.waiting.web;

import java.time.Clock;
import java.util.UUID;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.waiting.domain.OfferHolds;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.contracts.ClientLink;
import org.rapport.web.LinkVerdict;
import org.rapport.web.PublicUrls;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Signed links to a place on the list, and links to times that are offered; asked again, a link is the same. */
@Component
final class WaitLinks {

    private static final ClientLink LINK = ClientLink.WAIT_LIST;

    private final SignedLinks links;
    private final PublicUrls urls;
    private final OfferHolds holds;
    private final Waiters waiters;
    private final Clock clock;

    WaitLinks(SignedLinks links, PublicUrls urls, OfferHolds holds, Waiters waiters, Clock clock) {
        this.links = links;
        this.urls = urls;
        this.holds = holds;
        this.waiters = waiters;
        this.clock = clock;
    }

    String address(Waiter waiter) {
        return LINK.path(links.sign(
                LINK.purpose(),
                waiter.id().toString(),
                LINK.validUntil(waiter.wish().end())));
    }

    String url(Waiter waiter) {
        return urls.absolute(address(waiter));
    }

    Waiter waiter(String token) {
        return switch (links.verify(token, LINK.purpose(), clock.instant())) {
            case LinkVerdict.Valid valid ->
                waiters.find(new WaiterId(UUID.fromString(valid.subject()))).orElseThrow(WaitLinks::unknown);
            case LinkVerdict.Expired _ -> throw new RefusedRequest(HttpStatus.GONE, "link-expired");
            case LinkVerdict.Invalid _ -> throw unknown();
        };
    }

    /** Whoever has it can take the time, so it goes into the message to the waiter and nowhere else. */
    String offerUrl(CallId hold) {
        return urls.absolute("/wait-list/offers/" + holds.token(hold).text());
    }

    static RefusedRequest unknown() {
        return new RefusedRequest(HttpStatus.NOT_FOUND, "unknown-link");
    }
}
