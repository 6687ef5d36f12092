package org.rapport.booking.calls.application;

import java.util.List;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;

/** What became of the wish to book a call for somebody. Staff may know what a visitor may not: that the person has another. */
public sealed interface ArrangeDecision {

    record Arranged(Call call, String hostName) implements ArrangeDecision {}

    /** @param alternatives the nearest times that are open, in order */
    record Taken(List<Opening> alternatives) implements ArrangeDecision {

        public Taken {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** @param standing the call the person has then */
    record PersonBusy(Call standing, String hostName) implements ArrangeDecision {}

    record Refused(NotOpen reason) implements ArrangeDecision {}

    /** The id of the request came before, with something else in it. */
    record RequestReused() implements ArrangeDecision {}
}
