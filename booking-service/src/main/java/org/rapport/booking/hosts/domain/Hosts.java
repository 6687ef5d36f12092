package org.rapport.booking.hosts.domain;

/** The staff who may hold calls. A few hundred at most, so they are read whole. */
public interface Hosts extends HostDirectory {

    /** Saves, unless somebody saved since {@code host} was read; version 0 adds a host that is not there yet. */
    Saving save(Host host);
}
