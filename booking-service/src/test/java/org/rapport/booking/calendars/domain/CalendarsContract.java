package org.rapport.booking.calendars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calendars.domain.LastRead.Unclear;
import org.rapport.booking.hosts.domain.Interval;

/** What {@link Feeds} and {@link OwnCalendars} promise, whatever stores them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class CalendarsContract {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");

    private Feeds feeds;
    private OwnCalendars calendars;

    protected abstract Feeds emptyFeeds();

    protected abstract OwnCalendars emptyCalendars();

    @BeforeEach
    void start_empty() {
        feeds = emptyFeeds();
        calendars = emptyCalendars();
    }

    @Test
    void a_feed_is_found_as_it_was_saved_on_and_off() {
        FeedToken token = FeedToken.of(MAYA, new byte[32]);
        assertThat(feeds.find(MAYA)).isEmpty();
        assertThat(feeds.save(Feed.under(token, 0, NOW))).isEqualTo(Saving.SAVED);
        Feed found = feeds.find(MAYA).orElseThrow();
        assertThat(found).isEqualTo(new Feed(MAYA, 1, token.hash(), NOW));
        assertThat(feeds.save(found.off(NOW.plusSeconds(1)))).isEqualTo(Saving.SAVED);
        assertThat(feeds.find(MAYA)).contains(new Feed(MAYA, 2, null, NOW.plusSeconds(1)));
    }

    @Test
    void who_read_an_older_feed_does_not_overwrite() {
        FeedToken token = FeedToken.of(MAYA, new byte[32]);
        assertThat(feeds.save(Feed.under(token, 0, NOW))).isEqualTo(Saving.SAVED);
        assertThat(feeds.save(Feed.under(token, 0, NOW.plusSeconds(1)))).isEqualTo(Saving.STALE);
        assertThat(feeds.find(MAYA).orElseThrow().changedAt()).isEqualTo(NOW);
    }

    @Test
    void an_own_calendar_is_found_with_everything_that_was_saved() {
        OwnCalendar set = OwnCalendar.none(MAYA).set(source("https://one.example/a.ics?key=b"), NOW);
        assertThat(calendars.save(set, List.of())).isEqualTo(Saving.SAVED);
        OwnCalendar stored = calendars.find(MAYA).orElseThrow();
        assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(set);

        LastRead read = new LastRead(
                NOW,
                CHICAGO,
                NOW.plus(Duration.ofDays(60)),
                List.of(
                        new Interval(NOW, NOW.plusSeconds(60)),
                        new Interval(NOW.plusSeconds(120), NOW.plusSeconds(180))),
                new Unclear(1, 2),
                "\"etag\"",
                "Mon, 11 Jan 2027 15:00:00 GMT");
        OwnCalendar failing = stored.read(read, Duration.ofMinutes(15))
                .calendar()
                .failed(ReadFault.TIMEOUT, NOW.plusSeconds(60), Duration.ofMinutes(15))
                .calendar();
        assertThat(calendars.save(failing, List.of())).isEqualTo(Saving.SAVED);
        assertThat(calendars.find(MAYA).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(failing);
        assertThat(calendars.save(failing, List.of())).isEqualTo(Saving.STALE);
    }

    @Test
    void they_can_be_had_some_at_a_time_those_given_up_too() {
        calendars.change(MAYA, calendar -> calendar.set(source("https://one.example/a.ics"), NOW));
        calendars.change(DANIEL, calendar -> calendar.set(source("https://one.example/b.ics"), NOW));
        calendars.change(DANIEL, OwnCalendar::stop);
        assertThat(calendars.some(null, 1)).extracting(OwnCalendar::host).containsExactly(MAYA);
        assertThat(calendars.some(null, 5)).extracting(OwnCalendar::host).containsExactly(MAYA, DANIEL);
        assertThat(calendars.some(MAYA, 5))
                .containsExactly(calendars.find(DANIEL).orElseThrow());
        assertThat(calendars.some(DANIEL, 5)).isEmpty();
        assertThat(calendars.find(DANIEL).orElseThrow().source()).isNull();
    }

    private static OwnCalendar.Source source(String address) {
        return new OwnCalendar.Source(
                new CalendarAddress(URI.create(address)), Duration.ofHours(24), WhenUnreadable.CLOSE_HOURS);
    }
}
