package org.rapport.booking.calendars.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rapport.booking.calendars.domain.Feed;
import org.rapport.booking.calendars.domain.FeedToken;
import org.rapport.booking.calendars.domain.Feeds;
import org.rapport.booking.calendars.domain.Saving;
import org.rapport.booking.hosts.domain.HostId;

/** Renews a host's feed or switches it off. The address it had leads nowhere from that write on. */
public final class ChangeFeedHandler {

    private final Feeds feeds;
    private final Clock clock;

    public ChangeFeedHandler(Feeds feeds, Clock clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    public FeedDecision handle(RenewFeed command) {
        FeedToken token = command.token();
        // Sent again, it is our own write that was seen: its answer was lost.
        Optional<Feed> own = feeds.find(token.host()).filter(feed -> feed.opensWith(token));
        return own.<FeedDecision>map(FeedDecision.Changed::new)
                .orElseGet(() -> save(Feed.under(token, command.seen(), now())));
    }

    /** Off already is off as well. */
    public void stop(HostId host) {
        boolean off = false;
        while (!off) {
            Optional<Feed> feed = feeds.find(host).filter(Feed::isOn);
            off = feed.isEmpty() || feeds.save(feed.get().off(now())) == Saving.SAVED;
        }
    }

    private FeedDecision save(Feed feed) {
        return feeds.save(feed) == Saving.SAVED
                ? new FeedDecision.Changed(feeds.find(feed.host()).orElseThrow())
                : new FeedDecision.Stale();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
