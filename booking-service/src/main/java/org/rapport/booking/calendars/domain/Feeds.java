package org.rapport.booking.calendars.domain;

import java.util.Optional;
import org.rapport.booking.hosts.domain.HostId;

/** Where feeds are kept: one document for each host who ever had one. */
public interface Feeds {

    Optional<Feed> find(HostId host);

    /** Saves, unless somebody saved since it was read. */
    Saving save(Feed feed);
}
