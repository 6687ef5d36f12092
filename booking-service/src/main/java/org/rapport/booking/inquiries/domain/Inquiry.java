package org.rapport.booking.inquiries.domain;

import java.time.Instant;

/**
 * A person came to the practice and waits to be looked after.
 *
 * @param hold the version of the hold for which the person was written; 0 where there is none
 */
public record Inquiry(InquiryId id, InquiryPath path, Person person, Instant receivedAt, long hold) {

    public Inquiry(InquiryId id, InquiryPath path, Person person, Instant receivedAt) {
        this(id, path, person, receivedAt, 0);
    }

    /** The same inquiry with the person as typed last; what was typed for an earlier version of the hold comes too late. */
    public Inquiry corrected(Person typed, long forHold) {
        return forHold > hold ? new Inquiry(id, path, typed, receivedAt, forHold) : this;
    }

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
