package org.rapport.booking.hosts.domain;

public enum HostRole {
    COORDINATOR,
    THERAPIST
}
