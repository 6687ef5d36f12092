package org.rapport.booking.waiting.application;

import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.inquiries.domain.InquiryId;

/** @param call that was booked for whoever waits under this inquiry; perhaps the one they were offered */
public record EndBookedWaiting(InquiryId inquiry, CallId call) {}
