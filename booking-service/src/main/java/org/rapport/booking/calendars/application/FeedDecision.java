package org.rapport.booking.calendars.application;

import org.rapport.booking.calendars.domain.Feed;

/** What became of a change of a feed. */
public sealed interface FeedDecision {

    record Changed(Feed feed) implements FeedDecision {}

    /** Somebody changed it since; it is as they left it. */
    record Stale() implements FeedDecision {}
}
