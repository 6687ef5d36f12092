package org.rapport.booking.calendars.mongo;

import java.util.Optional;
import org.rapport.booking.calendars.domain.Feed;
import org.rapport.booking.calendars.domain.Feeds;
import org.rapport.booking.calendars.domain.Saving;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.delivery.Change;
import org.rapport.delivery.Documents;

public final class MongoFeeds implements Feeds {

    public static final String COLLECTION = "calendar-feeds";

    private final Documents<FeedDocument> documents;

    public MongoFeeds(Documents<FeedDocument> documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Feed> find(HostId host) {
        return documents.find(host.toString()).map(stored -> stored.state().toFeed(stored.id(), stored.version()));
    }

    @Override
    public Saving save(Feed feed) {
        return switch (documents.save(feed.host().toString(), feed.version(), FeedDocument.of(feed), Change.none())) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("feeds claim nothing");
        };
    }
}
