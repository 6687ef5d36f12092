package org.rapport.booking.calls.domain;

import java.util.List;

/** What became of the wish to give a call another time. */
public sealed interface MoveDecision {

    /** @param call as it is now; it had this time before, if the wish came twice */
    record Moved(Call call) implements MoveDecision {}

    /**
     * The call keeps its time.
     *
     * @param alternatives the nearest times that are open, in order
     */
    record Taken(List<Opening> alternatives) implements MoveDecision {

        public Taken {
            alternatives = List.copyOf(alternatives);
        }
    }

    record NotOffered(NotOpen reason) implements MoveDecision {}

    record Refused(CallRefusal reason) implements MoveDecision {}
}
