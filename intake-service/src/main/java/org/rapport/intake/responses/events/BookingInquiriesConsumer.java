package org.rapport.intake.responses.events;

import java.util.function.Consumer;
import org.rapport.contracts.BookingInquiries;
import org.rapport.delivery.Received;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.responses.application.OpenResponse;
import org.rapport.intake.responses.application.OpenResponseHandler;

/** Sends the questionnaire to everybody who comes in. Opening is idempotent, so redelivery and order do not matter. */
public final class BookingInquiriesConsumer implements Consumer<Received<BookingInquiries>> {
    private final OpenResponseHandler open;

    public BookingInquiriesConsumer(OpenResponseHandler open) {
        this.open = open;
    }

    @Override
    public void accept(Received<BookingInquiries> received) {
        switch (received.event()) {
            case BookingInquiries.InquiryReceived inquiry -> on(inquiry);
        }
    }

    private void on(BookingInquiries.InquiryReceived inquiry) {
        open.handle(new OpenResponse(inquiry.inquiryId(), Language.of(inquiry.language())));
    }
}
