package org.rapport.booking.waiting.application;

import org.rapport.booking.waiting.domain.FreedTimes;
import org.rapport.booking.waiting.domain.FreedTimesContract;

class InMemoryFreedTimesTest extends FreedTimesContract {

    @Override
    protected FreedTimes emptyTimes() {
        return new InMemoryFreedTimes();
    }
}
