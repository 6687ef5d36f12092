package org.rapport.booking.calls.domain;

import java.util.UUID;

public record CallId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
