package org.rapport.booking.calendars;

import java.time.Clock;
import java.util.UUID;
import org.rapport.booking.calendars.application.CalendarDiaries;
import org.rapport.booking.calendars.application.ReadOwnCalendarHandler;
import org.rapport.booking.calendars.domain.Feeds;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calendars.events.CalendarEventTranslation;
import org.rapport.booking.calendars.mongo.FeedDocument;
import org.rapport.booking.calendars.mongo.MongoFeeds;
import org.rapport.booking.calendars.mongo.MongoOwnCalendars;
import org.rapport.booking.calendars.mongo.OwnCalendarDocument;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.looks.BackgroundLooks;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.WakeUps;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where calendars are kept, and when they are read; what can be done with them is in {@link CalendarHandlers}. */
@Configuration(proxyBeanMethods = false)
class CalendarsConfiguration {

    @Bean
    Feeds feeds(DocumentStore store) {
        return new MongoFeeds(store.collection(MongoFeeds.COLLECTION, FeedDocument.class));
    }

    @Bean
    Documents<OwnCalendarDocument> ownCalendarDocuments(DocumentStore store) {
        return store.collection(MongoOwnCalendars.COLLECTION, OwnCalendarDocument.class);
    }

    @Bean
    OwnCalendars ownCalendars(Documents<OwnCalendarDocument> ownCalendarDocuments) {
        return new MongoOwnCalendars(ownCalendarDocuments, CalendarEventTranslation::published);
    }

    @Bean
    SmartInitializingSingleton readingOwnCalendars(
            WakeUps wakeUps, Documents<OwnCalendarDocument> ownCalendarDocuments, CalendarReadings readings) {
        return () -> wakeUps.on(ownCalendarDocuments, id -> readings.begin(new HostId(UUID.fromString(id))));
    }

    @Bean
    BackgroundLooks diaryLooks(CalendarDiaries diaries) {
        return new BackgroundLooks("own calendars in memory", diaries::look, _ -> CalendarDiaries.PAUSE);
    }

    @Bean
    CalendarReadings calendarReadings(ReadOwnCalendarHandler read, Clock clock) {
        return new CalendarReadings(read::handle, clock);
    }
}
