package org.rapport.notification.messages.application;

import java.time.Instant;
import org.rapport.notification.messages.domain.Fault;
import org.rapport.notification.messages.domain.Suppression;

/** How one attempt to deliver a message ended. */
sealed interface Attempt {
    record Sent() implements Attempt {}

    record InDoubt() implements Attempt {}

    record Again(Fault fault) implements Attempt {}

    record Hopeless(Fault fault) implements Attempt {}

    record NotWanted(Suppression reason) implements Attempt {}

    /** @param reason why it is not sent, if it is of no use then */
    record TooEarly(Instant until, Suppression reason) implements Attempt {}

    record Spread(int recipients) implements Attempt {}
}
