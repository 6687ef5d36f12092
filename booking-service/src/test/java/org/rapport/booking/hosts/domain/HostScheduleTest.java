package org.rapport.booking.hosts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.TERMS;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;

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
class HostScheduleTest {

    private static final HostHours WEEK = HostHours.weekly(List.of(everyDay("09:00", "17:00")));
    private static final Holiday HOLIDAY = new Holiday(LocalDate.parse("2027-01-18"), "Martin Luther King Day");

    @Test
    void hours_keep_their_wall_time_across_the_year() {
        Host maya = coordinator(MAYA, "Maya", everyDay("09:00", "17:00"));
        assertThat(Examples.schedule(maya).hoursWithin(day("2027-01-12")))
                .containsExactly(
                        new Interval(Instant.parse("2027-01-12T15:00:00Z"), Instant.parse("2027-01-12T23:00:00Z")));
        assertThat(Examples.schedule(maya).hoursWithin(day("2027-07-12")))
                .containsExactly(
                        new Interval(Instant.parse("2027-07-12T14:00:00Z"), Instant.parse("2027-07-12T22:00:00Z")));
    }

    @Test
    void hours_that_begin_in_the_hour_that_is_skipped_begin_after_it() {
        Host maya = coordinator(MAYA, "Maya", everyDay("02:30", "04:00"));
        assertThat(Examples.schedule(maya).hoursWithin(day("2027-03-14")))
                .containsExactly(
                        new Interval(Instant.parse("2027-03-14T08:00:00Z"), Instant.parse("2027-03-14T09:00:00Z")));
    }

    @Test
    void hours_inside_the_hour_that_is_skipped_do_not_take_place() {
        Host maya = coordinator(MAYA, "Maya", everyDay("02:00", "03:00"));
        assertThat(Examples.schedule(maya).hoursWithin(day("2027-03-14"))).isEmpty();
    }

    @Test
    void a_wall_time_that_comes_twice_counts_the_first_time() {
        Host maya = coordinator(MAYA, "Maya", everyDay("00:30", "01:30"));
        assertThat(Examples.schedule(maya).hoursWithin(day("2027-11-07")))
                .containsExactly(
                        new Interval(Instant.parse("2027-11-07T05:30:00Z"), Instant.parse("2027-11-07T06:30:00Z")));
    }

    @Test
    void hours_until_midnight_end_with_the_day() {
        Host maya = coordinator(MAYA, "Maya", everyDay("22:00", "00:00"));
        assertThat(Examples.schedule(maya).hoursWithin(day("2027-01-12")))
                .containsExactly(
                        new Interval(Instant.parse("2027-01-13T04:00:00Z"), Instant.parse("2027-01-13T06:00:00Z")));
    }

    @Test
    void nobody_works_on_leave_and_everybody_on_the_first_day_back() {
        assertThat(hours(leave("2027-01-12", "2027-01-15"), "2027-01-11")).hasSize(1);
        assertThat(hours(leave("2027-01-12", "2027-01-15"), "2027-01-12")).isEmpty();
        assertThat(hours(leave("2027-01-12", "2027-01-15"), "2027-01-14")).isEmpty();
        assertThat(hours(leave("2027-01-12", "2027-01-15"), "2027-01-15")).hasSize(1);
    }

    @Test
    void the_hours_of_a_date_replace_the_weeks_and_none_close_it() {
        assertThat(hours(own("2027-01-12", "18:00", "20:00"), "2027-01-12"))
                .containsExactly(
                        new Interval(Instant.parse("2027-01-13T00:00:00Z"), Instant.parse("2027-01-13T02:00:00Z")));
        HostHours closed = withDates(new DateHours(LocalDate.parse("2027-01-12"), List.of()));
        assertThat(hours(closed, "2027-01-12")).isEmpty();
        assertThat(hours(closed, "2027-01-13")).hasSize(1);
    }

    @Test
    void own_hours_win_over_a_holiday_and_a_leave_over_all() {
        assertThat(hours(WEEK, "2027-01-18")).isEmpty();
        assertThat(schedule(WEEK).on(LocalDate.parse("2027-01-18"))).isEqualTo(new DayPlan.OnHoliday(HOLIDAY));
        assertThat(hours(own("2027-01-18", "10:00", "11:00"), "2027-01-18")).hasSize(1);
        HostHours all = new HostHours(
                WEEK.week(),
                own("2027-01-18", "10:00", "11:00").dates(),
                leave("2027-01-18", "2027-01-19").leaves());
        assertThat(hours(all, "2027-01-18")).isEmpty();
        assertThat(schedule(all).on(LocalDate.parse("2027-01-18"))).isInstanceOf(DayPlan.Away.class);
    }

    @Test
    void hours_that_follow_each_other_across_midnight_are_one() {
        HostHours night = withDates(
                new DateHours(LocalDate.parse("2027-01-12"), List.of(span("22:00", "00:00"))),
                new DateHours(LocalDate.parse("2027-01-13"), List.of(span("00:00", "02:00"), span("09:00", "10:00"))));
        Interval midnight = new Interval(Instant.parse("2027-01-13T05:50:00Z"), Instant.parse("2027-01-13T06:10:00Z"));
        assertThat(schedule(night).hoursWithin(midnight))
                .containsExactly(
                        new Interval(Instant.parse("2027-01-13T04:00:00Z"), Instant.parse("2027-01-13T08:00:00Z")));
    }

    @Test
    void a_date_has_its_hours_once_and_a_leave_lasts_a_day() {
        DateHours closed = new DateHours(LocalDate.parse("2027-01-12"), List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> withDates(closed, closed));
        assertThatIllegalArgumentException().isThrownBy(() -> leave("2027-01-12", "2027-01-12"));
    }

    @Test
    void spans_overlap_when_they_share_a_minute() {
        assertThat(span("09:00", "12:00").overlaps(span("12:00", "13:00"))).isFalse();
        assertThat(span("09:00", "12:00").overlaps(span("11:59", "13:00"))).isTrue();
        assertThat(span("22:00", "00:00").overlaps(span("23:00", "23:30"))).isTrue();
        assertThat(span("22:00", "00:00").overlaps(span("00:00", "01:00"))).isFalse();
    }

    @Test
    void a_week_belongs_to_the_year_of_most_of_its_days() {
        assertThat(IsoWeek.of(LocalDate.parse("2027-01-03"))).hasToString("2026-W53");
        assertThat(IsoWeek.of(LocalDate.parse("2027-01-04"))).hasToString("2027-W01");
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
        List<Interval> hours = Examples.schedule(maya).hoursWithin(day("2027-01-12"));
        assertThat(hours).extracting(Interval::start).isSorted();
        assertThat(hours).hasSize(2);
    }

    private static List<Interval> hours(HostHours hours, String date) {
        return schedule(hours).hoursWithin(day(date));
    }

    private static HostSchedule schedule(HostHours hours) {
        PracticeSettings practice = new PracticeSettings(
                1, List.of(HOLIDAY), PracticeSettings.initial().callTypes());
        return HostSchedule.offered(host(MAYA, "Maya", CHICAGO, TERMS, hours), practice);
    }

    private static HostHours own(String date, String from, String until) {
        return withDates(new DateHours(LocalDate.parse(date), List.of(span(from, until))));
    }

    private static HostHours withDates(DateHours... dates) {
        return new HostHours(WEEK.week(), List.of(dates), List.of());
    }

    private static HostHours leave(String first, String back) {
        Leave leave = new Leave(LocalDate.parse(first), LocalDate.parse(back), null);
        return new HostHours(WEEK.week(), List.of(), List.of(leave));
    }

    private static LocalSpan span(String from, String until) {
        return new LocalSpan(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Interval day(String date) {
        return Examples.day(date, CHICAGO);
    }
}
