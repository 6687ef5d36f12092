package org.rapport.booking.calls.application;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.inquiries.domain.InquiryId;

/** @param token freshly made, of a bundle: its id becomes the first call's */
public record HoldBundle(HoldToken token, InquiryId inquiryId, List<TherapistTime> wishes, ZoneId clientZone) {

    public HoldBundle {
        wishes = List.copyOf(wishes);
    }

    /** A time with one therapist. */
    public record TherapistTime(HostId host, Instant start) {}
}
