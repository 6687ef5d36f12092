package org.rapport.booking.calendars.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.HostId;

/**
 * The calendar of a host's calls that other calendars subscribe to, under an address nobody can guess.
 *
 * @param version of the stored document this was read from; 0 for a new one
 * @param tokenHash absent while the feed is off
 * @param changedAt when it got this address, or was switched off
 */
public record Feed(HostId host, long version, @Nullable String tokenHash, Instant changedAt) {

    public boolean isOn() {
        return tokenHash != null;
    }

    public boolean opensWith(FeedToken token) {
        return tokenHash != null && host.equals(token.host()) && token.hasHash(tokenHash);
    }

    /** Under another address; the one before leads nowhere from now on. */
    public static Feed under(FeedToken token, long version, Instant now) {
        return new Feed(token.host(), version, token.hash(), now);
    }

    public Feed off(Instant now) {
        return new Feed(host, version, null, now);
    }
}
