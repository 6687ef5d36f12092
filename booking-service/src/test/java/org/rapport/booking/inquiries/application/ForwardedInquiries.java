package org.rapport.booking.inquiries.application;

import java.time.Instant;
import java.util.Optional;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.Saving;

/** Inquiries that others keep; a test overrides what it wants to go wrong. */
public interface ForwardedInquiries extends Inquiries {

    Inquiries inquiries();

    @Override
    default Optional<Inquiry> find(InquiryId id) {
        return inquiries().find(id);
    }

    @Override
    default Saving add(Inquiry inquiry, InquiryReceived event) {
        return inquiries().add(inquiry, event);
    }

    @Override
    default void correct(Inquiry typed) {
        inquiries().correct(typed);
    }

    @Override
    default void wantQuestionnaire(InquiryId id, Instant now) {
        inquiries().wantQuestionnaire(id, now);
    }
}
