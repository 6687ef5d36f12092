package org.rapport.booking.calendars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calendars.domain.LastRead.Unclear;
import org.rapport.booking.calendars.domain.OwnCalendarEvent.CalendarReadable;
import org.rapport.booking.calendars.domain.OwnCalendarEvent.CalendarUnreadable;
import org.rapport.booking.calls.domain.Diary;
import org.rapport.booking.hosts.domain.Interval;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnCalendarTest {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Interval BUSY = new Interval(NOW.plusSeconds(3_600), NOW.plusSeconds(7_200));

    private final List<OwnCalendarEvent> told = new ArrayList<>();

    @Test
    void pain_19_an_outage_is_told_once_within_ten_minutes_and_so_is_its_end() {
        OwnCalendar calendar = read(set(WhenUnreadable.CLOSE_HOURS), NOW);
        Instant failedFirst = NOW.plus(PAUSE);
        Instant now = failedFirst;
        for (int tries = 0; tries < 8; tries++) {
            calendar = after(calendar.failed(ReadFault.NOT_FOUND, now, PAUSE));
            now = Objects.requireNonNull(calendar.readAt());
        }
        assertThat(told)
                .containsExactly(new CalendarUnreadable(
                        MAYA, 1, ReadFault.NOT_FOUND, failedFirst, failedFirst.plus(Duration.ofMinutes(6))));
        told.clear();
        calendar = read(calendar, now);
        assertThat(told).containsExactly(new CalendarReadable(MAYA, 1, now));
        told.clear();
        read(calendar, now.plus(PAUSE));
        assertThat(told).isEmpty();
    }

    @Test
    void a_hiccup_is_told_to_nobody() {
        OwnCalendar calendar = read(set(WhenUnreadable.CLOSE_HOURS), NOW);
        calendar = after(calendar.failed(ReadFault.TIMEOUT, NOW, PAUSE));
        calendar = after(calendar.failed(ReadFault.TIMEOUT, NOW, PAUSE));
        read(calendar, NOW);
        assertThat(told).isEmpty();
    }

    @Test
    void pain_19_the_second_outage_has_its_own_number() {
        OwnCalendar calendar = read(set(WhenUnreadable.GO_ON), NOW);
        for (int outage = 0; outage < 2; outage++) {
            for (int tries = 0; tries < 3; tries++) {
                calendar = after(calendar.failed(ReadFault.TIMEOUT, NOW, PAUSE));
            }
            calendar = read(calendar, NOW);
        }
        assertThat(told)
                .extracting(event -> switch (event) {
                    case CalendarUnreadable unreadable -> "unreadable " + unreadable.outage();
                    case CalendarReadable readable -> "readable " + readable.outage();
                })
                .containsExactly("unreadable 1", "readable 1", "unreadable 2", "readable 2");
    }

    @Test
    void pain_19_stale_closes_the_hours_or_goes_on_as_the_host_chose() {
        Instant stale = NOW.plus(Duration.ofHours(24));
        OwnCalendar closing = read(set(WhenUnreadable.CLOSE_HOURS), NOW);
        assertThat(closing.diary(stale.minusMillis(1)).closed()).isFalse();
        assertThat(closing.diary(stale).closed()).isTrue();
        OwnCalendar goingOn = read(set(WhenUnreadable.GO_ON), NOW);
        assertThat(goingOn.isStale(stale)).isTrue();
        assertThat(goingOn.diary(stale).closed()).isFalse();
        assertThat(goingOn.diary(stale).overlaps(BUSY)).isTrue();
    }

    @Test
    void pain_19_found_unchanged_is_read_and_a_failure_alone_closes_nothing() {
        OwnCalendar calendar = read(set(WhenUnreadable.CLOSE_HOURS), NOW);
        Instant later = NOW.plus(Duration.ofHours(20));
        calendar = after(calendar.unchanged(Objects.requireNonNull(calendar.lastRead()), later, PAUSE));
        assertThat(calendar.diary(NOW.plus(Duration.ofHours(30))).closed()).isFalse();
        calendar = after(calendar.failed(ReadFault.TIMEOUT, later.plus(PAUSE), PAUSE));
        assertThat(calendar.diary(NOW.plus(Duration.ofHours(30))).closed()).isFalse();
        assertThat(calendar.diary(later.plus(Duration.ofHours(24))).closed()).isTrue();
    }

    @Test
    void pain_19_what_was_never_read_is_stale_at_once() {
        assertThat(set(WhenUnreadable.CLOSE_HOURS).diary(NOW).closed()).isTrue();
        assertThat(set(WhenUnreadable.GO_ON).diary(NOW).closed()).isFalse();
    }

    @Test
    void another_address_begins_anew_and_the_same_one_keeps_what_was_read() {
        OwnCalendar calendar = read(set(WhenUnreadable.CLOSE_HOURS), NOW);
        calendar = after(calendar.failed(ReadFault.TIMEOUT, NOW, PAUSE));
        OwnCalendar same = calendar.set(source("https://one.example/a.ics", WhenUnreadable.GO_ON), NOW);
        assertThat(same.lastRead()).isEqualTo(calendar.lastRead());
        assertThat(same.outage()).isEqualTo(calendar.outage());
        OwnCalendar other = calendar.set(source("https://one.example/b.ics", WhenUnreadable.GO_ON), NOW);
        assertThat(other.lastRead()).isNull();
        assertThat(other.outage()).isNull();
        assertThat(calendar.stop().diary(NOW)).isEqualTo(Diary.EMPTY);
        assertThat(calendar.stop().readAt()).isNull();
    }

    @Test
    void while_somebody_waits_for_the_first_reading_nobody_else_begins_one() {
        assertThat(set(WhenUnreadable.CLOSE_HOURS).readAt()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void an_address_shows_no_more_than_its_host() {
        OwnCalendar calendar = set(WhenUnreadable.CLOSE_HOURS);
        assertThat(calendar.toString()).contains("https://one.example/...").doesNotContain("a.ics");
    }

    private OwnCalendar read(OwnCalendar calendar, Instant now) {
        LastRead reading =
                new LastRead(now, CHICAGO, now.plus(Duration.ofDays(60)), List.of(BUSY), Unclear.NOTHING, null, null);
        return after(calendar.read(reading, PAUSE));
    }

    private OwnCalendar after(OwnCalendar.Change change) {
        told.addAll(change.events());
        return change.calendar();
    }

    private static OwnCalendar set(WhenUnreadable then) {
        return OwnCalendar.none(MAYA).set(source("https://one.example/a.ics", then), NOW);
    }

    private static OwnCalendar.Source source(String address, WhenUnreadable then) {
        return new OwnCalendar.Source(new CalendarAddress(URI.create(address)), Duration.ofHours(24), then);
    }
}
