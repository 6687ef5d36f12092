package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.inquiries.domain.Person;

/**
 * @param byVisitor whether anybody may have typed whom it is for, which is limited; not so by who is signed in to the API, nor
 *     by who follows the link of an offer, which came by our message, after joining was limited
 */
public record BookCall(HoldToken token, Person person, boolean byVisitor) {

    public BookCall(HoldToken token, Person person) {
        this(token, person, true);
    }
}
