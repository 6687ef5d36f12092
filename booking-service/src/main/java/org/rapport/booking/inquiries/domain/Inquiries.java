package org.rapport.booking.inquiries.domain;

import java.util.Optional;

/** Everybody who came to the practice. */
public interface Inquiries {

    Optional<Inquiry> find(InquiryId id);

    /** Adds an inquiry and its event in one write; an id that is taken leaves everything as it was. */
    Saving add(Inquiry inquiry, InquiryReceived event);

    /** Adds an inquiry of which nobody is told. */
    Saving keep(Inquiry inquiry);

    /**
     * Keeps the person as typed last ({@link Inquiry#corrected}). Nobody is told: whoever needs a name or an address asks
     * for it at that moment.
     */
    void correct(InquiryId id, Person person, long hold);
}
