package org.rapport.booking.inquiries.application;

import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.Person;

public record ReceiveInquiry(InquiryId id, InquiryPath path, Person person) {}
