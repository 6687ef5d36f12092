package org.rapport.notification.messages.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Message;

/** Finds the words for a message, in the language and zone of the one who gets it. */
public interface Letters {
    Letter write(Briefing briefing);

    /**
     * @param call the call a message is about, if it is about one
     * @param at when it is written
     * @param link from another service, where only that one can make it
     * @param person name of the member of staff the message tells of, if known
     */
    record Briefing(
            Message message,
            Contact recipient,
            @Nullable CallFact call,
            Instant at,
            @Nullable String link,
            @Nullable String person) {
        public Briefing(
                Message message, Contact recipient, @Nullable CallFact call, Instant at, @Nullable String person) {
            this(message, recipient, call, at, null, person);
        }

        @Override
        public String toString() {
            return "Briefing[" + message.id() + "]";
        }
    }
}
