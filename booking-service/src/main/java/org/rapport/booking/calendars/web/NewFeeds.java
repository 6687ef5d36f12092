package org.rapport.booking.calendars.web;

import java.security.SecureRandom;
import org.rapport.booking.calendars.domain.FeedToken;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.requests.web.RequestSeed;
import org.springframework.stereotype.Component;

/** Gives feeds their secrets, which the domain does not draw itself. */
@Component
final class NewFeeds {

    private final SecureRandom random = new SecureRandom();

    FeedToken token(HostId host) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return FeedToken.of(host, secret);
    }

    /** The same again when the request is sent again. */
    FeedToken token(HostId host, RequestSeed seed) {
        return FeedToken.of(host, seed.secret("feed"));
    }
}
