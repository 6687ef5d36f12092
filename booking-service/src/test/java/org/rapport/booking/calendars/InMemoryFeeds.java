package org.rapport.booking.calendars;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rapport.booking.Fake;
import org.rapport.booking.calendars.domain.Feed;
import org.rapport.booking.calendars.domain.Feeds;
import org.rapport.booking.calendars.domain.Saving;
import org.rapport.booking.hosts.domain.HostId;

public final class InMemoryFeeds implements Feeds, Fake {

    private final Map<HostId, Feed> feeds = new HashMap<>();

    @Override
    public synchronized Optional<Feed> find(HostId host) {
        return Optional.ofNullable(feeds.get(host));
    }

    @Override
    public synchronized Saving save(Feed feed) {
        long stored = find(feed.host()).map(Feed::version).orElse(0L);
        if (stored != feed.version()) {
            return Saving.STALE;
        }
        feeds.put(feed.host(), new Feed(feed.host(), stored + 1, feed.tokenHash(), feed.changedAt()));
        return Saving.SAVED;
    }

    @Override
    public synchronized void renew() {
        feeds.clear();
    }
}
