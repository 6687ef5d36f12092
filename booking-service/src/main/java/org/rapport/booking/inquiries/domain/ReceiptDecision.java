package org.rapport.booking.inquiries.domain;

/** What became of a request to look after somebody. */
public sealed interface ReceiptDecision {

    record Received(Inquiry inquiry) implements ReceiptDecision {}

    /** @param existing what was received under that id before */
    record Refused(Reason reason, Inquiry existing) implements ReceiptDecision {}

    enum Reason {
        /** The id of the request came before, with something else in it. */
        REQUEST_ID_REUSED
    }
}
