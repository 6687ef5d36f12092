package org.rapport.booking.waiting.application;

import java.util.List;
import org.rapport.booking.calls.application.ForwardedCalls;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.Saving;

/** Dies before a write, if it is told to. */
record CrashingCalls(InMemoryCalls calls, Runnable beforeWrite) implements ForwardedCalls {

    @Override
    public Saving save(Bundle bundle, List<CallEvent> events) {
        beforeWrite.run();
        return calls.save(bundle, events);
    }

    List<CallEvent> events() {
        return calls.events();
    }
}
