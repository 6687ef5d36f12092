package org.rapport.booking.calls.web;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.rapport.booking.calls.application.HoldBundle;
import org.rapport.booking.calls.application.HoldBundle.TherapistTime;
import org.rapport.booking.calls.application.HoldCall;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.requests.web.RequestSeed;
import org.springframework.stereotype.Component;

/** Gives holds their ids and secrets, which the domain does not draw itself. */
@Component
final class NewHolds {

    private final SecureRandom random = new SecureRandom();

    HoldCall hold(HostChoice hosts, Instant start, ZoneId clientZone) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        HoldToken token = HoldToken.of(new CallId(UUID.randomUUID()), secret);
        return new HoldCall(token, new InquiryId(UUID.randomUUID()), hosts, start, clientZone);
    }

    HoldBundle bundle(List<TherapistTime> wishes, ZoneId clientZone) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        HoldToken token = HoldToken.of(CallId.ofBundle(UUID.randomUUID()), secret);
        return new HoldBundle(token, new InquiryId(UUID.randomUUID()), wishes, clientZone);
    }

    /** The same bundle again when the request is sent again. */
    HoldBundle bundle(List<TherapistTime> wishes, ZoneId clientZone, RequestSeed seed) {
        HoldToken token = HoldToken.of(CallId.ofBundle(seed.id("call")), seed.secret("hold"));
        return new HoldBundle(token, new InquiryId(seed.id("inquiry")), wishes, clientZone);
    }

    /** The same hold again when the request is sent again. */
    HoldCall hold(HostChoice hosts, Instant start, ZoneId clientZone, RequestSeed seed) {
        HoldToken token = HoldToken.of(new CallId(seed.id("call")), seed.secret("hold"));
        return new HoldCall(token, new InquiryId(seed.id("inquiry")), hosts, start, clientZone);
    }
}
