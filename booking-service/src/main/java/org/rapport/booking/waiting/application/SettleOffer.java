package org.rapport.booking.waiting.application;

import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.inquiries.domain.InquiryId;

public record SettleOffer(InquiryId inquiry, CallId call) {}
