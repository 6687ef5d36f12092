package org.rapport.booking.inquiries.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.ReceiptDecision;

/** Puts a person into the practice's queue; again with the same id is harmless. */
public final class ReceiveInquiryHandler {

    private final Inquiries inquiries;
    private final Clock clock;

    public ReceiveInquiryHandler(Inquiries inquiries, Clock clock) {
        this.inquiries = inquiries;
        this.clock = clock;
    }

    public ReceiptDecision handle(ReceiveInquiry command) {
        // The store keeps milliseconds: cut here, so that what is answered is what is stored.
        Inquiry inquiry = new Inquiry(
                command.id(),
                command.path(),
                command.person(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                command.entry());
        return switch (inquiries.add(inquiry, new InquiryReceived(inquiry))) {
            case SAVED -> new ReceiptDecision.Received(inquiry);
            case STALE ->
                inquiries
                        .find(command.id())
                        .orElseThrow(() -> new IllegalStateException("an inquiry whose id is taken cannot be read"))
                        .receiveAgain(command.path(), command.person(), command.entry());
        };
    }
}
