package org.rapport.booking.hosts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.Examples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostTest {

    @Test
    void hours_keep_their_wall_time_across_the_year() {
        Host maya = coordinator(MAYA, "Maya", everyDay("09:00", "17:00"));
        assertThat(maya.hoursWithin(day("2027-01-12")))
                .containsExactly(
                        new Interval(Instant.parse("2027-01-12T15:00:00Z"), Instant.parse("2027-01-12T23:00:00Z")));
        assertThat(maya.hoursWithin(day("2027-07-12")))
                .containsExactly(
                        new Interval(Instant.parse("2027-07-12T14:00:00Z"), Instant.parse("2027-07-12T22:00:00Z")));
    }

    @Test
    void hours_that_begin_in_the_hour_that_is_skipped_begin_after_it() {
        Host maya = coordinator(MAYA, "Maya", everyDay("02:30", "04:00"));
        assertThat(maya.hoursWithin(day("2027-03-14")))
                .containsExactly(
                        new Interval(Instant.parse("2027-03-14T08:00:00Z"), Instant.parse("2027-03-14T09:00:00Z")));
    }

    @Test
    void hours_inside_the_hour_that_is_skipped_do_not_take_place() {
        Host maya = coordinator(MAYA, "Maya", everyDay("02:00", "03:00"));
        assertThat(maya.hoursWithin(day("2027-03-14"))).isEmpty();
    }

    @Test
    void a_wall_time_that_comes_twice_counts_the_first_time() {
        Host maya = coordinator(MAYA, "Maya", everyDay("00:30", "01:30"));
        assertThat(maya.hoursWithin(day("2027-11-07")))
                .containsExactly(
                        new Interval(Instant.parse("2027-11-07T05:30:00Z"), Instant.parse("2027-11-07T06:30:00Z")));
    }

    @Test
    void hours_until_midnight_end_with_the_day() {
        Host maya = coordinator(MAYA, "Maya", everyDay("22:00", "00:00"));
        assertThat(maya.hoursWithin(day("2027-01-12")))
                .containsExactly(
                        new Interval(Instant.parse("2027-01-13T04:00:00Z"), Instant.parse("2027-01-13T06:00:00Z")));
    }

    @Test
    void nobody_works_on_leave_and_everybody_on_the_first_day_back() {
        Host maya = coordinator(MAYA, "Maya", everyDay("09:00", "17:00"));
        Host away = new Host(
                MAYA,
                "Maya",
                HostRole.COORDINATOR,
                maya.email(),
                CHICAGO,
                maya.week(),
                Examples.TERMS,
                LocalDate.parse("2027-01-15"),
                true,
                maya.publicLine());
        assertThat(away.hoursWithin(day("2027-01-14"))).isEmpty();
        assertThat(away.hoursWithin(day("2027-01-15"))).hasSize(1);
    }

    @Test
    void spans_and_intervals_end_after_they_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingSpan(DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.NOON));
        Instant noon = Instant.parse("2027-01-12T18:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(noon, noon));
    }

    @Test
    void two_spans_of_one_day_come_in_order() {
        Host maya = coordinator(
                MAYA,
                "Maya",
                new WorkingSpan(DayOfWeek.TUESDAY, LocalTime.of(13, 0), LocalTime.of(17, 0)),
                new WorkingSpan(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)));
        List<Interval> hours = maya.hoursWithin(day("2027-01-12"));
        assertThat(hours).extracting(Interval::start).isSorted();
        assertThat(hours).hasSize(2);
    }

    private static Interval day(String date) {
        LocalDate local = LocalDate.parse(date);
        return new Interval(
                local.atStartOfDay(CHICAGO).toInstant(),
                local.plusDays(1).atStartOfDay(CHICAGO).toInstant());
    }
}
