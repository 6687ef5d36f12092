package org.rapport.booking.hosts.domain;

import java.util.UUID;

public record HostId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
