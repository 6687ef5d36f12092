package org.rapport.notification.messages.domain;

import java.util.List;

/** What a message made of a command. */
public sealed interface MessageDecision {
    Message message();

    record Changed(Message message, List<MessageEvent> events) implements MessageDecision {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** The command does not apply in this state, which is no error: it came late, twice, or somebody was first. */
    record Unchanged(Message message) implements MessageDecision {}
}
