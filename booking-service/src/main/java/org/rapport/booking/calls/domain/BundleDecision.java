package org.rapport.booking.calls.domain;

import java.util.List;

/** What a {@link Bundle} makes of a choice. */
public sealed interface BundleDecision {

    record Changed(Bundle bundle, List<CallEvent> events) implements BundleDecision {

        public Changed {
            events = List.copyOf(events);
        }
    }

    /** It had been chosen before. */
    record Unchanged(Bundle bundle) implements BundleDecision {}

    record Refused(CallRefusal reason) implements BundleDecision {}
}
