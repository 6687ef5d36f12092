package org.rapport.intake.responses.events;

import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.contracts.BookingInquiries;
import org.rapport.delivery.Received;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.responses.application.OpenResponse;
import org.rapport.intake.responses.application.OpenResponseHandler;

/**
 * Sends the questionnaire to everybody who comes in; to who phoned, only once they want it or have a call. Opening is
 * idempotent, so redelivery and order do not matter.
 */
public final class BookingInquiriesConsumer implements Consumer<Received<BookingInquiries>> {
    private final OpenResponseHandler open;

    public BookingInquiriesConsumer(OpenResponseHandler open) {
        this.open = open;
    }

    @Override
    public void accept(Received<BookingInquiries> received) {
        switch (received.event()) {
            case BookingInquiries.InquiryReceived inquiry -> on(inquiry);
            case BookingInquiries.QuestionnaireWanted wanted -> open(wanted.inquiryId(), wanted.language());
        }
    }

    private void on(BookingInquiries.InquiryReceived inquiry) {
        switch (inquiry.wish()) {
            case CALL_BACK, NOTHING_YET -> {}
            case CALL, QUESTIONNAIRE -> open(inquiry.inquiryId(), inquiry.language());
            case null -> open(inquiry.inquiryId(), inquiry.language());
        }
    }

    private void open(UUID inquiryId, String language) {
        open.handle(new OpenResponse(inquiryId, Language.of(language)));
    }
}
