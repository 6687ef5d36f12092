package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.Calls;

class InMemoryBookingRacesTest extends BookingRacesContract {

    private final InMemoryCalls calls = new InMemoryCalls();

    @Override
    protected Calls instance() {
        return calls;
    }
}
