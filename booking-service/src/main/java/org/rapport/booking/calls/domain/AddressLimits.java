package org.rapport.booking.calls.domain;

import java.util.UUID;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.visitors.domain.MessageLimits;

/**
 * What strangers can cause at the addresses of a person they type. The messages are those to the one address that ours go to:
 * any other would tell its typist, by the message that does not come, whether it was used today, and silence its owner.
 * Texts beside the mail have a count of their own, and beyond it only they end.
 */
public final class AddressLimits {

    private final MessageLimits limits;

    public AddressLimits(MessageLimits limits) {
        this.limits = limits;
    }

    /** Counts a message; whether that address has had enough. */
    public boolean areReached(Person person, UUID occasion) {
        return limits.areReached(ClientKey.reached(person).toString(), occasion);
    }

    /** Counts the texts beside the mail; whether their phone has had enough. */
    public boolean areTextsReached(Person person, UUID occasion) {
        return ClientKey.textedBeside(person)
                .filter(phone -> limits.areTextsReached(phone.toString(), occasion))
                .isPresent();
    }
}
