package org.rapport.booking.calls.domain;

import java.util.List;

/** What a {@link Bundle} makes of a choice, or of a change of one of its calls. */
public sealed interface BundleDecision {

    /** @param events of all the calls */
    record Changed(Bundle bundle, List<CallEvent> events) implements BundleDecision {

        public Changed {
            events = List.copyOf(events);
        }
    }

    /** It had been chosen before. */
    record Unchanged(Bundle bundle) implements BundleDecision {}

    record Refused(CallRefusal reason) implements BundleDecision {}
}
