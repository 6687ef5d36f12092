package org.rapport.booking.calls.application;

import java.util.List;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CallsContract;

class InMemoryCallsTest extends CallsContract {

    private InMemoryCalls calls = new InMemoryCalls();

    @Override
    protected Calls emptyCalls() {
        calls = new InMemoryCalls();
        return calls;
    }

    @Override
    protected Calls anotherInstance() {
        return calls;
    }

    @Override
    protected List<String> published() {
        return calls.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }
}
