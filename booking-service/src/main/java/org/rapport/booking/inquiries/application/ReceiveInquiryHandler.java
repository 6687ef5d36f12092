package org.rapport.booking.inquiries.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.ReceiptDecision;
import org.rapport.booking.inquiries.domain.Saving;
import org.rapport.booking.visitors.domain.MessageLimits;

/** Puts a person into the practice's queue; again with the same id is harmless. Beyond the limit of messages to an address nobody is told. */
public final class ReceiveInquiryHandler {

    private final Inquiries inquiries;
    private final MessageLimits limits;
    private final Clock clock;

    public ReceiveInquiryHandler(Inquiries inquiries, MessageLimits limits, Clock clock) {
        this.inquiries = inquiries;
        this.limits = limits;
        this.clock = clock;
    }

    public ReceiptDecision handle(ReceiveInquiry command) {
        // The store keeps milliseconds: cut here, so that what is answered is what is stored.
        Inquiry inquiry = new Inquiry(
                command.id(), command.path(), command.person(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        boolean quiet =
                limits.areReached(inquiry.person().email(), inquiry.person().phone());
        Saving saving = quiet ? inquiries.keep(inquiry) : inquiries.add(inquiry, new InquiryReceived(inquiry));
        return switch (saving) {
            case SAVED -> new ReceiptDecision.Received(inquiry);
            case STALE ->
                inquiries
                        .find(command.id())
                        .orElseThrow(() -> new IllegalStateException("an inquiry whose id is taken cannot be read"))
                        .receiveAgain(command.path(), command.person());
        };
    }
}
