package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.web.LinkVerdict;
import org.rapport.web.PublicUrls;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Signed links by which a person sees and cancels a call; asked again, the link is the same. */
@Component
final class CallLinks {

    private static final String PURPOSE = "manage-call";
    private static final Duration VALID_AFTER_CALL = Duration.ofDays(30);

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
        return links.sign(PURPOSE, call.id().toString(), call.time().end().plus(VALID_AFTER_CALL));
    }

    String url(Call call) {
        return urls.manageCall(token(call));
    }

    Call call(String token) {
        return switch (links.verify(token, PURPOSE, clock.instant())) {
            case LinkVerdict.Valid valid ->
                calls.find(new CallId(UUID.fromString(valid.subject()))).orElseThrow(CallLinks::unknown);
            case LinkVerdict.Expired _ -> throw new RefusedRequest(HttpStatus.GONE, "link-expired");
            case LinkVerdict.Invalid _ -> throw unknown();
        };
    }

    private static RefusedRequest unknown() {
        return new RefusedRequest(HttpStatus.NOT_FOUND, "unknown-link");
    }
}
