package org.rapport.notification.messages.application;

import org.rapport.notification.messages.domain.MessageId;

/**
 * Somebody of staff wants a message sent once more.
 *
 * @param number of this time; the same number again is the same message
 */
public record SendAgain(MessageId id, int number) {}
