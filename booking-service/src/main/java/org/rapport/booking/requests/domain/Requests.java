package org.rapport.booking.requests.domain;

import java.util.Optional;

/** All kept commands. */
public interface Requests {

    Optional<KeptRequest> find(String id);

    /** False if somebody wrote it first. */
    boolean save(KeptRequest request);

    /** Removes it, unless somebody wrote it since it was read. */
    void forget(KeptRequest request);
}
