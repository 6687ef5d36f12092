package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.inquiries.domain.Person;

/** @param proven whether the hold's secret came by our message to the person, so that the address is theirs */
public record BookCall(HoldToken token, Person person, boolean proven) {

    public BookCall(HoldToken token, Person person) {
        this(token, person, false);
    }

    public static BookCall byOurLink(HoldToken token, Person person) {
        return new BookCall(token, person, true);
    }
}
