package org.rapport.booking.inquiries.domain;

/** Reads telephone numbers as people in the United States type them. */
public interface PhoneNumbers {

    PhoneReading read(String typed);

    sealed interface PhoneReading {
        /** @param number E.164 */
        record Accepted(String number) implements PhoneReading {}

        /** No number at all. */
        record Unreadable() implements PhoneReading {}

        /** A number that the practice must not ring or text: premium rate, emergency, satellite. */
        record NotAllowed() implements PhoneReading {}
    }
}
