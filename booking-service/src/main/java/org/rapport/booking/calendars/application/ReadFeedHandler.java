package org.rapport.booking.calendars.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calendars.domain.FeedToken;
import org.rapport.booking.calendars.domain.Feeds;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.booking.hosts.domain.Interval;

/** What stands in a feed: the calls from a month back to as far as any can be booked, cancelled ones for a month. */
public final class ReadFeedHandler {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(HoursRules.MOST_DAYS_AHEAD + 1L);

    private final Feeds feeds;
    private final Calls calls;
    private final FeedFiles files;
    private final Clock clock;

    public ReadFeedHandler(Feeds feeds, Calls calls, FeedFiles files, Clock clock) {
        this.feeds = feeds;
        this.calls = calls;
        this.files = files;
        this.clock = clock;
    }

    /** Empty if the token opens no feed, or none any more. */
    public Optional<String> handle(FeedToken token) {
        return feeds.find(token.host()).filter(feed -> feed.opensWith(token)).map(feed -> files.write(shown(token)));
    }

    private List<Call> shown(FeedToken token) {
        Instant now = clock.instant();
        Instant from = now.minus(BACK);
        return calls.told(token.host(), new Interval(from, now.plus(AHEAD))).stream()
                .filter(call -> !(call.state() instanceof CallState.Cancelled cancelled)
                        || cancelled.cancelledAt().isAfter(from))
                .toList();
    }
}
