package org.rapport.booking.waiting.application;

import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.waiting.domain.TimeWish;

/** @param byVisitor whether anybody may have sent it; who is signed in to the API is not limited */
public record JoinWaitList(InquiryId id, Person person, TimeWish wish, boolean byVisitor) {

    public JoinWaitList(InquiryId id, Person person, TimeWish wish) {
        this(id, person, wish, true);
    }
}
