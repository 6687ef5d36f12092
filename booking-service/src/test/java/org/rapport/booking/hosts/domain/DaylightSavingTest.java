package org.rapport.booking.hosts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.TERMS;
import static org.rapport.booking.Examples.day;
import static org.rapport.booking.Examples.host;
import static org.rapport.booking.Examples.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half an hour of work on the nights the clocks change, as the moments it must be; - where it does not come. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DaylightSavingTest {

    @ParameterizedTest
    @CsvSource({
        // 02:00 does not come.
        "America/Chicago, 2027-03-14, 00:30, 2027-03-14T06:30:00Z, 2027-03-14T07:00:00Z",
        "America/Chicago, 2027-03-14, 01:30, 2027-03-14T07:30:00Z, 2027-03-14T08:00:00Z",
        "America/Chicago, 2027-03-14, 02:30, -, -",
        "America/Chicago, 2027-03-14, 03:00, 2027-03-14T08:00:00Z, 2027-03-14T08:30:00Z",
        "America/Chicago, 2027-03-14, 13:00, 2027-03-14T18:00:00Z, 2027-03-14T18:30:00Z",
        "America/Chicago, 2027-03-14, 23:30, 2027-03-15T04:30:00Z, 2027-03-15T05:00:00Z",
        // 01:00 to 02:00 comes twice; hours until 02:00 last until it has come.
        "America/Chicago, 2027-11-07, 00:30, 2027-11-07T05:30:00Z, 2027-11-07T06:00:00Z",
        "America/Chicago, 2027-11-07, 01:30, 2027-11-07T06:30:00Z, 2027-11-07T08:00:00Z",
        "America/Chicago, 2027-11-07, 02:30, 2027-11-07T08:30:00Z, 2027-11-07T09:00:00Z",
        "America/Chicago, 2027-11-07, 13:00, 2027-11-07T19:00:00Z, 2027-11-07T19:30:00Z",
        "America/Chicago, 2027-11-07, 23:30, 2027-11-08T05:30:00Z, 2027-11-08T06:00:00Z",
        // Half and quarter hours from Greenwich, no change of clocks.
        "Asia/Kolkata, 2027-03-14, 00:30, 2027-03-13T19:00:00Z, 2027-03-13T19:30:00Z",
        "Asia/Kolkata, 2027-11-07, 23:30, 2027-11-07T18:00:00Z, 2027-11-07T18:30:00Z",
        "Asia/Kathmandu, 2027-03-14, 00:30, 2027-03-13T18:45:00Z, 2027-03-13T19:15:00Z",
        "Asia/Kathmandu, 2027-11-07, 13:00, 2027-11-07T07:15:00Z, 2027-11-07T07:45:00Z",
        // Half an hour is skipped (02:00 to 02:30) or comes twice (01:30 to 02:00).
        "Australia/Lord_Howe, 2027-10-03, 01:30, 2027-10-02T15:00:00Z, 2027-10-02T15:30:00Z",
        "Australia/Lord_Howe, 2027-10-03, 02:00, -, -",
        "Australia/Lord_Howe, 2027-10-03, 02:30, 2027-10-02T15:30:00Z, 2027-10-02T16:00:00Z",
        "Australia/Lord_Howe, 2027-10-03, 13:00, 2027-10-03T02:00:00Z, 2027-10-03T02:30:00Z",
        "Australia/Lord_Howe, 2027-04-04, 01:30, 2027-04-03T14:30:00Z, 2027-04-03T15:30:00Z",
        "Australia/Lord_Howe, 2027-04-04, 02:00, 2027-04-03T15:30:00Z, 2027-04-03T16:00:00Z",
        "Australia/Lord_Howe, 2027-04-04, 23:30, 2027-04-04T13:00:00Z, 2027-04-04T13:30:00Z"
    })
    void pain_9_daylight_saving_does_not_move_the_hours(
            String zoneId, String date, String from, String start, String end) {
        ZoneId zone = ZoneId.of(zoneId);
        LocalSpan half =
                new LocalSpan(LocalTime.parse(from), LocalTime.parse(from).plusMinutes(30));
        WorkingSpan[] week = Arrays.stream(DayOfWeek.values())
                .map(weekday -> new WorkingSpan(weekday, half))
                .toArray(WorkingSpan[]::new);
        HostHours weekly = HostHours.weekly(List.of(week));
        HostHours ownDate =
                new HostHours(List.of(), List.of(new DateHours(LocalDate.parse(date), List.of(half))), List.of());
        for (HostHours hours : List.of(weekly, ownDate)) {
            Host host = host(MAYA, "Maya", zone, TERMS, hours);
            List<String> moments = schedule(host).hoursWithin(day(date, zone)).stream()
                    .flatMap(interval -> List.of(interval.start(), interval.end()).stream())
                    .map(Object::toString)
                    .toList();
            assertThat(moments).isEqualTo(start.equals("-") ? List.of() : List.of(start, end));
        }
    }
}
