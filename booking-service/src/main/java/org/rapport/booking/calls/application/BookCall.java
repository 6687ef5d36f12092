package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.inquiries.domain.Person;

/** @param byVisitor whether anybody may have sent it; who is signed in is not limited */
public record BookCall(HoldToken token, Person person, boolean byVisitor) {

    public BookCall(HoldToken token, Person person) {
        this(token, person, true);
    }
}
