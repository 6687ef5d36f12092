package org.rapport.booking.calendars.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.calendars.domain.OwnCalendarEvent;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calendars.domain.Saving;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Change;
import org.rapport.delivery.Documents;

public final class MongoOwnCalendars implements OwnCalendars {

    public static final String COLLECTION = "own-calendars";

    private final Documents<OwnCalendarDocument> documents;
    private final Function<OwnCalendarEvent, PublishedEvent> translation;

    public MongoOwnCalendars(
            Documents<OwnCalendarDocument> documents, Function<OwnCalendarEvent, PublishedEvent> translation) {
        this.documents = documents;
        this.translation = translation;
    }

    @Override
    public Optional<OwnCalendar> find(HostId host) {
        return documents.find(host.toString()).map(MongoOwnCalendars::toCalendar);
    }

    @Override
    public List<OwnCalendar> some(@Nullable HostId after, int most) {
        Bson others = after == null ? Filters.empty() : Filters.gt("_id", after.toString());
        return documents.find(others, Sorts.ascending("_id"), most).stream()
                .map(MongoOwnCalendars::toCalendar)
                .toList();
    }

    @Override
    public Saving save(OwnCalendar calendar, List<OwnCalendarEvent> events) {
        Change change = Change.of(events.stream().map(translation).toList()).wakingAt(calendar.readAt());
        OwnCalendarDocument document = OwnCalendarDocument.of(calendar);
        return switch (documents.save(calendar.host().toString(), calendar.version(), document, change)) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("own calendars claim nothing");
        };
    }

    private static OwnCalendar toCalendar(Documents.Stored<OwnCalendarDocument> stored) {
        return stored.state().toCalendar(stored.id(), stored.version());
    }
}
