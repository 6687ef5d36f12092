package org.rapport.booking.calendars.mongo;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.domain.Feed;
import org.rapport.booking.hosts.domain.HostId;

/** A feed as stored, under its host's id. */
public record FeedDocument(@Nullable String tokenHash, Instant changedAt) {

    static FeedDocument of(Feed feed) {
        return new FeedDocument(feed.tokenHash(), feed.changedAt());
    }

    Feed toFeed(String id, long version) {
        return new Feed(new HostId(UUID.fromString(id)), version, tokenHash, changedAt);
    }
}
