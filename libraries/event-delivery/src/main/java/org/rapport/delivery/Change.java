package org.rapport.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.contracts.PublishedEvent;

/**
 * What one write carries beside the state.
 *
 * @param events leave with the write, in this order
 * @param claims strings no two documents of the collection may share; they replace the ones held before
 * @param wakeAt when the document must act again, or {@code null} for never
 */
public record Change(
        List<PublishedEvent> events,
        List<String> claims,
        @Nullable Instant wakeAt) {

    public Change {
        events = List.copyOf(events);
        claims = List.copyOf(claims);
    }

    public static Change none() {
        return new Change(List.of(), List.of(), null);
    }

    public static Change of(List<? extends PublishedEvent> events) {
        return new Change(List.copyOf(events), List.of(), null);
    }

    public static Change of(PublishedEvent... events) {
        return of(List.of(events));
    }

    public Change claiming(Collection<String> held) {
        return new Change(events, List.copyOf(held), wakeAt);
    }

    public Change wakingAt(@Nullable Instant instant) {
        return new Change(events, claims, instant);
    }
}
