package org.rapport.booking.calendars.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.calendars.ical.CalendarTexts.calendar;
import static org.rapport.booking.calendars.ical.CalendarTexts.event;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.calendars.application.CalendarTimes.Frame;
import org.rapport.booking.calendars.application.CalendarTimes.Reading;
import org.rapport.booking.calendars.domain.LastRead.Unclear;
import org.rapport.booking.calendars.domain.ReadFault;
import org.rapport.booking.hosts.domain.Interval;

/** Pain 19: calendars that nobody should publish are refused, in bounded time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileCalendarsTest {

    private static final Interval WINDOW =
            new Interval(Instant.parse("2027-01-11T15:00:00Z"), Instant.parse("2027-03-20T15:00:00Z"));
    private static final Interval TUESDAY_NINE =
            new Interval(Instant.parse("2027-01-12T15:00:00Z"), Instant.parse("2027-01-12T15:30:00Z"));

    private final IcalCalendarTimes times = new IcalCalendarTimes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FREQ=SECONDLY
        FREQ=MINUTELY;INTERVAL=1;BYSECOND=0,1,2,3,4,5,6,7,8,9
        FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=1,2,3,4,5,6,7,8,9;BYDAY=MO,TU
        FREQ=SECONDLY;COUNT=2000000000
        FREQ=DAILY;BYSECOND=%s
        """)
    @Timeout(20)
    void pain_19_a_rule_without_end_is_refused_before_it_is_followed(String rule) {
        String many = String.join(",", Collections.nCopies(5_000, "1"));
        String file = calendar(event("DTSTART:19700101T000000Z", "RRULE:" + rule.formatted(many), "DURATION:PT1S"));
        assertThat(read(file)).isEqualTo(new Reading.Failed(ReadFault.TOO_MUCH));
    }

    /** Counted rules are followed from their first start, and past what their lists leave out. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FREQ=SECONDLY;COUNT=100000;BYSECOND=0
        FREQ=YEARLY;BYMONTH=%1$s;BYMONTHDAY=%1$s
        FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA;BYSETPOS=366
        """)
    @Timeout(20)
    void pain_19_counts_positions_and_long_lists_cost_what_is_looked_at(String rule) {
        String ones = String.join(",", Collections.nCopies(700, "1"));
        String file = calendar(event("DTSTART:20260101T000000Z", "RRULE:" + rule.formatted(ones), "DURATION:PT1S"));
        assertThat(read(file)).isEqualTo(new Reading.Failed(ReadFault.TOO_MUCH));
    }

    @Test
    @Timeout(20)
    void pain_19_what_a_person_has_is_not_too_much() {
        String weekly =
                event("DTSTART:20150105T150000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=5000", "DURATION:PT5M");
        String lastWorkday = event(
                "DTSTART:20200131T150000Z", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "DURATION:PT1H");
        String election = event(
                "DTSTART:19961105T150000Z",
                "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
                "DURATION:PT1H");
        assertThat(read(calendar(weekly + lastWorkday.repeat(40) + election.repeat(40))))
                .isInstanceOfSatisfying(
                        Reading.Busy.class,
                        busy -> assertThat(busy.busy())
                                .contains(new Interval(
                                        Instant.parse("2027-01-29T15:00:00Z"), Instant.parse("2027-01-29T16:00:00Z"))));
    }

    /** Each of one id is read with all that replace its starts. */
    @Test
    @Timeout(20)
    void pain_19_thousands_of_one_id_and_thousands_that_replace_its_starts_are_too_much() {
        String file = calendar(
                event("UID:1", "DTSTART:20270112T150000Z", "DURATION:PT5M").repeat(2_000)
                        + event("UID:1", "RECURRENCE-ID:20270113T150000Z", "DTSTART:20270112T150000Z", "DURATION:PT5M")
                                .repeat(2_000));
        assertThat(read(file)).isEqualTo(new Reading.Failed(ReadFault.TOO_MUCH));
    }

    @Test
    @Timeout(20)
    void pain_19_names_and_parameters_of_megabytes_do_no_harm() {
        String good = event("DTSTART:20270112T150000Z", "DURATION:PT30M");
        for (String hostile : List.of(
                event("X-" + "A".repeat(3_000_000) + ":1"),
                event("DTSTART;X-A=" + "B".repeat(3_000_000) + ":20270112T150000Z"),
                event("DTSTART" + ";X-A=1".repeat(500_000) + ":20270112T150000Z"),
                event("DTSTART:20270112T150000Z", "DURATION:PT" + "1".repeat(3_000_000) + "M"),
                event("DTSTART:20270112T150000Z", "RRULE:FREQ=DAILY;" + "X=1;".repeat(500_000)),
                event("DTSTART:20270112T150000Z", "EXDATE:" + "20270112T150000Z,".repeat(250_000)))) {
            Reading reading = read(calendar(good + hostile));
            assertThat(reading instanceof Reading.Busy(var busy, Unclear _) ? busy : ((Reading.Failed) reading).fault())
                    .isIn(ReadFault.TOO_MUCH, ReadFault.NOT_A_CALENDAR, List.of(TUESDAY_NINE));
        }
    }

    @Test
    @Timeout(30)
    void pain_19_many_rules_that_never_come_true_end_with_the_starts_a_file_may_look_at() {
        String rules = event("DTSTART:19000101T000000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "DURATION:PT1H")
                .repeat(19_000);
        assertThat(read(calendar(rules))).isEqualTo(new Reading.Failed(ReadFault.TOO_MUCH));
    }

    @Test
    @Timeout(20)
    void pain_19_a_million_events_or_zones_end_the_reading() {
        assertThat(read(calendar("BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n".repeat(150_000))))
                .isEqualTo(new Reading.Failed(ReadFault.TOO_MUCH));
        assertThat(read(calendar("BEGIN:VTIMEZONE\r\nTZID:1\r\nEND:VTIMEZONE\r\n".repeat(100_000))))
                .isEqualTo(new Reading.Failed(ReadFault.TOO_MUCH));
        assertThat(read(calendar("BEGIN:VEVENT\r\n".repeat(1_000)))).isEqualTo(new Reading.Failed(ReadFault.TOO_MUCH));
        String scattered = event("DTSTART:20270112T000000Z", "RRULE:FREQ=MINUTELY;INTERVAL=15", "DURATION:PT5M");
        assertThat(read(calendar(scattered))).isEqualTo(new Reading.Failed(ReadFault.TOO_MUCH));
    }

    @Test
    @Timeout(20)
    void pain_19_a_line_of_megabytes_and_a_zone_that_changes_each_second_do_no_harm() {
        String huge = event("DTSTART:20270112T150000Z", "DURATION:PT30M", "DESCRIPTION:" + "x".repeat(4_000_000));
        assertThat(((Reading.Busy) read(calendar(huge))).busy()).hasSize(1);
        String zone = """
            BEGIN:VTIMEZONE
            TZID:Mad
            BEGIN:STANDARD
            DTSTART:16010101T000000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=SECONDLY
            END:STANDARD
            END:VTIMEZONE
            """;
        assertThat(read(calendar(zone + event("DTSTART;TZID=Mad:20270112T150000", "DURATION:PT30M"))))
                .isEqualTo(new Reading.Failed(ReadFault.TOO_MUCH));
    }

    @Test
    @Timeout(20)
    void pain_19_a_zone_with_a_name_of_megabytes_is_one_nobody_knows() {
        String named = event("DTSTART;TZID=" + "A".repeat(4_000_000) + ":20270112T150000", "DURATION:PT30M");
        assertThat(((Reading.Busy) read(calendar(named))).busy()).hasSize(1);
    }

    private Reading read(String file) {
        return times.read(file, new Frame(CHICAGO, WINDOW, Set.of()));
    }
}
