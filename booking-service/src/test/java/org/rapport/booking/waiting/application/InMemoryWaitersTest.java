package org.rapport.booking.waiting.application;

import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.booking.waiting.domain.WaitersContract;

class InMemoryWaitersTest extends WaitersContract {

    private final InMemoryWaiters waiters = new InMemoryWaiters();

    @Override
    protected Waiters emptyWaiters() {
        return waiters;
    }

    @Override
    protected long published(WaiterId id) {
        // The one write without an event moves the version on as well.
        return waiters.events().stream()
                        .filter(event -> event.waiter().id().equals(id))
                        .count()
                + 1;
    }
}
