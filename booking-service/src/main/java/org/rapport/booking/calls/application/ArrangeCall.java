package org.rapport.booking.calls.application;

import java.time.Instant;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.inquiries.domain.Inquiry;

/**
 * @param id derived from the request, so that sending it again is harmless
 * @param entering whether the person is not in the queue yet
 */
public record ArrangeCall(CallId id, Inquiry inquiry, boolean entering, HostChoice hosts, Instant start) {}
