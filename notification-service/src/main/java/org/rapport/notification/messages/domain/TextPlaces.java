package org.rapport.notification.messages.domain;

import java.time.LocalDate;
import java.util.UUID;

/** The places one person has for texts, so many a day and a week. A place that was taken stays taken. */
public interface TextPlaces {
    /**
     * Takes a place of the day and one of its week; again, for a message that has them, is harmless.
     *
     * @param day as the person's calendar has it
     * @return whether the message has both now
     */
    boolean take(UUID inquiryId, MessageId message, LocalDate day, TextCaps caps);
}
