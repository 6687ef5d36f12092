package org.rapport.booking.calendars.application;

import org.rapport.booking.calendars.domain.FeedToken;

/**
 * Gives a host's feed a new address, its first one perhaps.
 *
 * @param seen the version of the feed that was shown to whoever asks; 0 where there was none
 */
public record RenewFeed(FeedToken token, long seen) {}
