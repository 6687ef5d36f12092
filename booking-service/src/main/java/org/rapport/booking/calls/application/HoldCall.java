package org.rapport.booking.calls.application;

import java.time.Instant;
import java.time.ZoneId;
import org.rapport.booking.calls.domain.HoldKind;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.inquiries.domain.InquiryId;

/** @param token freshly made: its id becomes the call's */
public record HoldCall(
        HoldToken token, InquiryId inquiryId, HostChoice hosts, Instant start, ZoneId clientZone, HoldKind kind) {

    public HoldCall(HoldToken token, InquiryId inquiryId, HostChoice hosts, Instant start, ZoneId clientZone) {
        this(token, inquiryId, hosts, start, clientZone, HoldKind.PICKED);
    }
}
