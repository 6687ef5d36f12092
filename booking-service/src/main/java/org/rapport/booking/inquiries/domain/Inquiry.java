package org.rapport.booking.inquiries.domain;

import java.time.Instant;

/** A person came to the practice and waits to be looked after. */
public record Inquiry(InquiryId id, InquiryPath path, Person person, Instant receivedAt) {

    /** Whether this is what the person sent, however often it was sent. */
    boolean isSameRequest(InquiryPath path, Person person) {
        return this.path == path && this.person.equals(person);
    }

    /** Receiving the same request again changes nothing. */
    public ReceiptDecision receiveAgain(InquiryPath path, Person person) {
        return isSameRequest(path, person)
                ? new ReceiptDecision.Received(this)
                : new ReceiptDecision.Refused(ReceiptDecision.Reason.REQUEST_ID_REUSED, this);
    }
}
