package org.rapport.booking.calendars.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.calendars.ical.CalendarTexts.calendar;
import static org.rapport.booking.calendars.ical.CalendarTexts.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.calendars.application.CalendarTimes.Frame;
import org.rapport.booking.calendars.application.CalendarTimes.Reading;
import org.rapport.booking.calendars.domain.LastRead.Unclear;
import org.rapport.booking.calendars.domain.ReadFault;
import org.rapport.booking.hosts.domain.Interval;

/** Pain 19: calendars as Google, Outlook and Apple publish them, and some that nobody should. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IcalCalendarTimesTest {

    private static final Interval WINDOW =
            new Interval(Instant.parse("2027-01-11T15:00:00Z"), Instant.parse("2027-03-20T15:00:00Z"));
    private static final UUID OWN_CALL = UUID.fromString("3b9d2c41-7a58-4e06-b1c3-9d8e7f6a5b02");

    private final IcalCalendarTimes times = new IcalCalendarTimes();

    @Test
    void pain_19_a_google_calendar_with_what_repeats_and_was_moved_called_off_or_marked_free() {
        assertThat(busyOf("google.ics"))
                .startsWith(
                        "2027-01-12T15:00:00Z/2027-01-12T16:00:00Z",
                        "2027-01-13T16:00:00Z/2027-01-13T16:30:00Z",
                        "2027-01-15T06:00:00Z/2027-01-16T06:00:00Z",
                        // Not the 19th, which is excluded; the 26th in the afternoon; not the 2nd, which is called off.
                        "2027-01-26T20:00:00Z/2027-01-26T21:00:00Z",
                        "2027-02-09T15:00:00Z/2027-02-09T16:00:00Z")
                // Nine o'clock stays nine o'clock when the clock changes on 14 March.
                .endsWith("2027-03-09T15:00:00Z/2027-03-09T16:00:00Z", "2027-03-16T14:00:00Z/2027-03-16T15:00:00Z")
                .hasSize(10);
    }

    @Test
    void pain_19_an_outlook_calendar_whose_zones_are_named_as_windows_names_them() {
        Reading.Busy busy = (Reading.Busy) read(file("outlook.ics"), CHICAGO);
        assertThat(texts(busy.busy()))
                .containsExactly(
                        "2027-01-12T19:00:00Z/2027-01-12T20:00:00Z",
                        "2027-01-14T19:00:00Z/2027-01-14T20:00:00Z",
                        "2027-03-12T19:00:00Z/2027-03-12T19:30:00Z",
                        "2027-03-13T19:00:00Z/2027-03-13T19:30:00Z",
                        "2027-03-14T18:00:00Z/2027-03-14T18:30:00Z",
                        "2027-03-15T18:00:00Z/2027-03-15T18:30:00Z",
                        "2027-03-16T18:00:00Z/2027-03-16T18:30:00Z");
        // Of a zone that neither we nor the file know, the host is told.
        assertThat(busy.unclear()).isEqualTo(new Unclear(1, 0));
        // What the file says of its zone counts wherever the host is, what nobody knows is the host's.
        assertThat(texts(((Reading.Busy) read(file("outlook.ics"), ZoneId.of("Asia/Kathmandu"))).busy()))
                .contains("2027-01-12T19:00:00Z/2027-01-12T20:00:00Z", "2027-01-14T07:15:00Z/2027-01-14T08:15:00Z");
    }

    @Test
    void pain_19_an_apple_calendar_with_durations_floating_times_and_whole_days() {
        Reading.Busy busy = (Reading.Busy) read(file("apple.ics"), CHICAGO);
        assertThat(texts(busy.busy()))
                .containsExactly(
                        "2027-01-12T14:00:00Z/2027-01-12T14:45:00Z",
                        "2027-01-12T16:00:00Z/2027-01-12T16:30:00Z",
                        "2027-01-18T23:00:00Z/2027-01-19T00:00:00Z",
                        "2027-01-20T23:00:00Z/2027-01-21T00:00:00Z",
                        "2027-01-21T23:00:00Z/2027-01-22T00:00:00Z",
                        "2027-02-01T06:00:00Z/2027-02-03T06:00:00Z",
                        // Two days over the change of the clock are 47 hours.
                        "2027-03-13T06:00:00Z/2027-03-15T05:00:00Z",
                        "2027-03-15T22:00:00Z/2027-03-15T23:00:00Z");
        assertThat(busy.unclear()).isEqualTo(new Unclear(0, 1));
    }

    @Test
    void pain_19_a_time_the_clock_skips_is_an_hour_later_and_one_it_shows_twice_is_the_first() {
        Interval autumn = new Interval(Instant.parse("2027-11-01T00:00:00Z"), Instant.parse("2027-11-10T00:00:00Z"));
        String file = calendar(event("DTSTART;TZID=America/Chicago:20270314T023000", "DURATION:PT30M")
                + event("DTSTART;TZID=America/Chicago:20271107T013000", "DURATION:PT30M"));
        assertThat(texts(((Reading.Busy) read(file, CHICAGO)).busy()))
                .containsExactly("2027-03-14T08:30:00Z/2027-03-14T09:00:00Z");
        Reading later = times.read(file, new Frame(CHICAGO, autumn, Set.of()));
        assertThat(texts(((Reading.Busy) later).busy())).containsExactly("2027-11-07T06:30:00Z/2027-11-07T07:00:00Z");
    }

    @Test
    void the_practices_own_calls_are_no_other_appointments_wherever_their_invite_was_filed() {
        String file = calendar(event(
                        "UID:" + OWN_CALL + "@lakeside.example", "DTSTART:20270112T150000Z", "DURATION:PT20M")
                + event("UID:" + OWN_CALL, "DTSTART:20270113T150000Z", "DURATION:PT20M")
                + event("UID:" + new UUID(7, 7) + "@lakeside.example", "DTSTART:20270114T150000Z", "DURATION:PT20M"));
        Reading reading = times.read(file, new Frame(CHICAGO, WINDOW, Set.of(OWN_CALL)));
        assertThat(texts(((Reading.Busy) reading).busy())).containsExactly("2027-01-14T15:00:00Z/2027-01-14T15:20:00Z");
    }

    @Test
    void what_overlaps_or_touches_is_one() {
        String file = calendar(event("DTSTART:20270112T150000Z", "DURATION:PT1H")
                + event("DTSTART:20270112T153000Z", "DURATION:PT1H")
                + event("DTSTART:20270112T163000Z", "DURATION:PT15M")
                + event("DTSTART:20270112T151000Z", "DURATION:PT5M"));
        assertThat(texts(((Reading.Busy) read(file, CHICAGO)).busy()))
                .containsExactly("2027-01-12T15:00:00Z/2027-01-12T16:45:00Z");
    }

    @Test
    void a_long_event_that_began_before_the_window_counts_and_the_week_it_begins_in_is_not_lost() {
        String file = calendar(event("DTSTART:20270105T150000Z", "RRULE:FREQ=YEARLY", "DURATION:P10D")
                + event("DTSTART:20261201T150000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO,FR;COUNT=14", "DURATION:PT30M"));
        assertThat(texts(((Reading.Busy) read(file, CHICAGO)).busy()))
                .containsExactly(
                        "2027-01-05T15:00:00Z/2027-01-15T15:30:00Z", "2027-01-18T15:00:00Z/2027-01-18T15:30:00Z");
    }

    @Test
    void one_event_that_makes_no_sense_does_not_hide_the_others() {
        String file = calendar(event("DTSTART:tomorrow")
                + event("DTSTART:20270112T150000Z", "DURATION:PT30M", "RRULE:FREQ=SOMETIMES")
                + event("DTSTART:20270112T150000Z", "DURATION:PT30M", "ORGANIZER:not a uri at all", "ATTACH:%%%")
                + event("SUMMARY:never"));
        Reading.Busy busy = (Reading.Busy) read(file, CHICAGO);
        assertThat(texts(busy.busy())).containsExactly("2027-01-12T15:00:00Z/2027-01-12T15:30:00Z");
        assertThat(busy.unclear()).isEqualTo(new Unclear(0, 3));
    }

    @Test
    void bare_line_feeds_blank_lines_and_a_byte_order_mark_are_read_like_any_calendar() {
        String file = "\uFEFF"
                + calendar(event("DTSTART:20270112T150000Z", "DURATION:PT30M")).replace("\r\n", "\n") + "\n\n";
        assertThat(texts(((Reading.Busy) read(file.replace("BEGIN:VEVENT", "\nBEGIN:VEVENT"), CHICAGO)).busy()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><title>Sign in</title>",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20270112T150000Z\r\n",
                "{\"error\": \"not allowed\"}"
            })
    void what_is_no_calendar_or_only_half_of_one_is_not_understood(String text) {
        assertThat(read(text, CHICAGO)).isEqualTo(new Reading.Failed(ReadFault.NOT_A_CALENDAR));
    }

    /** Brazil gave up its summer time: what the clock showed after its last change it shows still. */
    @ParameterizedTest
    @ValueSource(strings = {"UNTIL=20190217T020000Z|UNTIL=20181104T030000Z", "COUNT=12|COUNT=11"})
    void pain_19_a_zone_whose_rules_have_ended_shows_what_came_of_the_last_change(String ends) {
        String[] end = ends.split("\\|", -1);
        String zone = """
                BEGIN:VTIMEZONE
                TZID:Ended
                BEGIN:STANDARD
                DTSTART:20080217T000000
                TZOFFSETFROM:-0200
                TZOFFSETTO:-0300
                RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=3SU;%s
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:20081019T000000
                TZOFFSETFROM:-0300
                TZOFFSETTO:-0200
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=3SU;%s
                END:DAYLIGHT
                END:VTIMEZONE
                """.formatted(end[0], end[1]).replace("\n", "\r\n");
        String file = calendar(zone + event("DTSTART;TZID=Ended:20270112T120000", "DURATION:PT30M"));
        assertThat(texts(((Reading.Busy) read(file, CHICAGO)).busy()))
                .containsExactly("2027-01-12T15:00:00Z/2027-01-12T15:30:00Z");
    }

    @Test
    void a_calendar_with_nothing_in_it_keeps_nothing_free() {
        assertThatNoException().isThrownBy(() -> read(calendar(""), CHICAGO));
        assertThat(read(calendar(""), CHICAGO)).isEqualTo(new Reading.Busy(List.of(), Unclear.NOTHING));
    }

    private List<String> busyOf(String file) {
        return texts(((Reading.Busy) read(file(file), CHICAGO)).busy());
    }

    private Reading read(String file, ZoneId zone) {
        return times.read(file, new Frame(zone, WINDOW, Set.of()));
    }

    private static List<String> texts(List<Interval> busy) {
        assertThat(busy)
                .allMatch(one -> Duration.between(one.start(), one.end()).isPositive());
        return busy.stream().map(one -> one.start() + "/" + one.end()).toList();
    }

    private static String file(String name) {
        try (InputStream file =
                Objects.requireNonNull(IcalCalendarTimesTest.class.getResourceAsStream("/calendars/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
