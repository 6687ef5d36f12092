package org.rapport.booking.inquiries.domain;

public record InquiryReceived(Inquiry inquiry) implements InquiryEvent {}
