package org.rapport.booking.calls.domain;

import java.util.List;

/** What a {@link Call} makes of a command. */
public sealed interface CallDecision {

    record Changed(Call call, List<CallEvent> events) implements CallDecision {

        public Changed {
            events = List.copyOf(events);
        }

        /** The same change of the call with other places. */
        public Changed of(Call other) {
            return new Changed(
                    other, events.stream().map(event -> event.of(other)).toList());
        }
    }

    /** The command had been carried out before: the same answer, no new event. */
    record Unchanged(Call call) implements CallDecision {}

    record Refused(CallRefusal reason) implements CallDecision {}
}
