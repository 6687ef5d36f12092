package org.rapport.booking.calls.application;

import java.util.List;
import org.rapport.booking.calls.domain.Calls;

/** Notes what is asked of it. */
record WatchedCalls(Calls calls, List<String> questions) implements ForwardedCalls {

    @Override
    public void asked(String what) {
        questions.add(what);
    }
}
