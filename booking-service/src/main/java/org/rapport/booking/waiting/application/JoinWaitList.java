package org.rapport.booking.waiting.application;

import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.waiting.domain.Wish;

public record JoinWaitList(InquiryId id, Person person, Wish wish) {}
