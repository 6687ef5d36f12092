package org.rapport.booking.calls.events;

import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.contracts.BookingCalls;
import org.rapport.delivery.Received;

/** Whoever phoned and wanted the questionnaire no earlier gets it with the call; told again, nothing more goes out. */
public final class QuestionnaireWithCall {

    private final Inquiries inquiries;

    public QuestionnaireWithCall(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    public void on(Received<BookingCalls> received) {
        if (received.event() instanceof BookingCalls.CallBooked booked) {
            inquiries.wantQuestionnaire(new InquiryId(booked.inquiryId()), booked.bookedAt());
        }
    }
}
