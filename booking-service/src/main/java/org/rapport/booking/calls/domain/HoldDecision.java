package org.rapport.booking.calls.domain;

import java.util.List;

/** What became of the wish to hold a time. */
public sealed interface HoldDecision {

    record Held(Call call, String hostName) implements HoldDecision {}

    /** @param alternatives the nearest times that are open, in order */
    record Taken(List<Opening> alternatives) implements HoldDecision {

        public Taken {
            alternatives = List.copyOf(alternatives);
        }
    }

    record Refused(NotOpen reason) implements HoldDecision {}
}
