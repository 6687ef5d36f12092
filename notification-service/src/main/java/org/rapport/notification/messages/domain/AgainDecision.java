package org.rapport.notification.messages.domain;

/** Whether a message can be sent again on purpose. */
public sealed interface AgainDecision {
    record Planned(Message message) implements AgainDecision {}

    record Refused(Reason reason) implements AgainDecision {}

    enum Reason {
        /** It has not ended, and may still go by itself. */
        NOT_SETTLED,
        /** What it announces is over. */
        OVER,
        /** It became one message for each of a group; each of those can be sent again. */
        NOT_TO_ONE
    }
}
