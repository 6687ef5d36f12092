package org.rapport.booking.inquiries.domain;

import java.time.Instant;
import java.util.Optional;

/** Everybody who came to the practice. */
public interface Inquiries {

    Optional<Inquiry> find(InquiryId id);

    /** Adds an inquiry and its event in one write; an id that is taken leaves everything as it was. */
    Saving add(Inquiry inquiry, InquiryReceived event);

    /**
     * Keeps the person as typed last ({@link Inquiry#corrected}). Nobody is told: whoever needs a name or an address asks
     * for it at that moment.
     */
    void correct(Inquiry typed);

    /** Says once that somebody who phoned wants the questionnaire; nothing if it goes out already, or if there is no such person. */
    void wantQuestionnaire(InquiryId id, Instant now);
}
