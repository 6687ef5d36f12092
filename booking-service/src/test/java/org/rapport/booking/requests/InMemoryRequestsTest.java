package org.rapport.booking.requests;

import org.rapport.booking.requests.domain.Requests;

class InMemoryRequestsTest extends RequestsContract {

    @Override
    protected Requests emptyRequests() {
        return new InMemoryRequests();
    }
}
