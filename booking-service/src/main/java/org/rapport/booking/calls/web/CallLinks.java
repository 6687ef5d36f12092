package org.rapport.booking.calls.web;

import java.time.Clock;
import java.util.UUID;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.contracts.ClientLink;
import org.rapport.web.LinkVerdict;
import org.rapport.web.PublicUrls;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Signed links by which a person sees, moves and cancels a call; asked again, the link is the same. */
@Component
final class CallLinks {

    private static final ClientLink LINK = ClientLink.MANAGE_CALL;

    private final SignedLinks links;
    private final PublicUrls urls;
    private final Calls calls;
    private final Clock clock;

    CallLinks(SignedLinks links, PublicUrls urls, Calls calls, Clock clock) {
        this.links = links;
        this.urls = urls;
        this.calls = calls;
        this.clock = clock;
    }

    String token(Call call) {
        return links.sign(
                LINK.purpose(),
                call.id().toString(),
                LINK.validUntil(call.time().end()));
    }

    String url(Call call) {
        return urls.absolute(LINK.path(token(call)));
    }

    Call call(String token) {
        return call(token, LINK);
    }

    /** By the link to confirm it. */
    Call toConfirm(String token) {
        return call(token, ClientLink.CONFIRM_CALL);
    }

    /** The calls booked together with that of the link; a call on its own has none. */
    Bundle bundle(String token) {
        return calls.bundle(id(token, LINK)).filter(bundle -> !bundle.isAlone()).orElseThrow(CallLinks::unknown);
    }

    private Call call(String token, ClientLink link) {
        return calls.find(id(token, link)).orElseThrow(CallLinks::unknown);
    }

    private CallId id(String token, ClientLink link) {
        return switch (links.verify(token, link.purpose(), clock.instant())) {
            case LinkVerdict.Valid valid -> new CallId(UUID.fromString(valid.subject()));
            case LinkVerdict.Expired _ -> throw new RefusedRequest(HttpStatus.GONE, "link-expired");
            case LinkVerdict.Invalid _ -> throw unknown();
        };
    }

    private static RefusedRequest unknown() {
        return new RefusedRequest(HttpStatus.NOT_FOUND, "unknown-link");
    }
}
