package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.Examples;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Interval;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningRulesTest {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
    private static final Host MAYA_HOST = coordinator(MAYA, "Maya", everyDay("09:00", "10:30"));
    private static final Host DAY_AND_NIGHT = coordinator(MAYA, "Maya", everyDay("00:00", "00:00"));

    @Test
    void hours_are_cut_into_starts_on_the_grid_that_leave_room_for_the_call() {
        assertThat(starts(MAYA_HOST, "2027-01-12", CHICAGO, NOW))
                .containsExactly("09:00", "09:15", "09:30", "09:45", "10:00");
    }

    @Test
    void a_call_takes_every_start_its_buffer_reaches() {
        Call held = hold(MAYA_HOST, "2027-01-12T15:15:00Z");
        assertThat(starts(MAYA_HOST, "2027-01-12", CHICAGO, NOW, held)).containsExactly("09:45", "10:00");
    }

    @Test
    void a_hold_that_ran_out_takes_nothing() {
        Call held = hold(MAYA_HOST, "2027-01-12T15:15:00Z");
        assertThat(starts(MAYA_HOST, "2027-01-12", CHICAGO, NOW.plus(Call.HOLD), held))
                .hasSize(5);
    }

    @Test
    void a_day_is_the_visitors_day() {
        Host late = coordinator(MAYA, "Maya", everyDay("20:00", "23:00"));
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        // 20:00 in Chicago is 03:00 of the next day in Madrid.
        assertThat(starts(late, "2027-01-13", madrid, NOW)).first().isEqualTo("03:00");
        assertThat(starts(late, "2027-01-13", madrid, NOW)).last().isEqualTo("05:30");
    }

    /** Both nights of 2027: on 14 March 02:00 does not come, on 7 November 01:00 comes twice. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-14T00:30, 2027-03-14T06:30:00Z",
        "2027-03-14T01:30, 2027-03-14T07:30:00Z",
        "2027-03-14T03:30, 2027-03-14T08:30:00Z",
        "2027-03-14T13:00, 2027-03-14T18:00:00Z",
        "2027-03-14T23:30, 2027-03-15T04:30:00Z",
        "2027-11-07T00:30, 2027-11-07T05:30:00Z",
        "2027-11-07T01:30, 2027-11-07T06:30:00Z",
        "2027-11-07T02:30, 2027-11-07T08:30:00Z",
        "2027-11-07T13:00, 2027-11-07T19:00:00Z",
        "2027-11-07T23:30, 2027-11-08T05:30:00Z"
    })
    void daylight_saving_keeps_the_wall_time(String local, Instant instant) {
        String day = local.substring(0, 10);
        Instant now = LocalDate.parse(day).minusDays(2).atStartOfDay(CHICAGO).toInstant();
        List<Opening> openings = OpeningRules.openings(DAY_AND_NIGHT, day(day, CHICAGO), List.of(), now);
        assertThat(openings)
                .extracting(Opening::start)
                .contains(instant)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(instant.atZone(CHICAGO).toLocalDateTime().toString()).isEqualTo(local);
    }

    @Test
    void the_skipped_hour_offers_nothing_and_the_doubled_one_twice() {
        Instant march = Instant.parse("2027-03-12T06:00:00Z");
        assertThat(starts(DAY_AND_NIGHT, "2027-03-14", CHICAGO, march))
                .hasSize(23 * 4 - 1)
                .noneMatch(start -> start.startsWith("02:"));
        Instant november = Instant.parse("2027-11-05T05:00:00Z");
        assertThat(starts(DAY_AND_NIGHT, "2027-11-07", CHICAGO, november).stream()
                        .filter("01:30"::equals))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-11T14:59:59Z, IN_THE_PAST",
        "1970-01-01T00:00:00Z, IN_THE_PAST",
        "2027-01-11T18:00:00Z, TOO_SOON",
        "2027-02-02T15:00:00Z, TOO_FAR_AHEAD",
        "2037-01-12T15:00:00Z, TOO_FAR_AHEAD",
        "9999-12-31T23:59:59Z, TOO_FAR_AHEAD",
        "2027-01-12T15:07:00Z, OFF_GRID",
        "2027-01-12T15:00:00.001Z, OFF_GRID",
        "2027-01-12T16:15:00Z, OUTSIDE_HOURS",
        "2027-01-12T03:00:00Z, OUTSIDE_HOURS"
    })
    void a_start_that_is_not_offered_has_a_reason(Instant start, NotOpen reason) {
        assertThat(OpeningRules.whyNot(MAYA_HOST, start, NOW)).contains(reason);
    }

    @Test
    void bounds_beyond_every_calendar_are_only_far_away() {
        assertThat(OpeningRules.whyNot(MAYA_HOST, Instant.MAX, NOW)).contains(NotOpen.TOO_FAR_AHEAD);
        assertThat(OpeningRules.whyNot(MAYA_HOST, Instant.MIN, NOW)).contains(NotOpen.IN_THE_PAST);
    }

    @Test
    void who_does_not_host_has_no_openings() {
        Host resting = new Host(
                MAYA,
                "Maya",
                HostRole.COORDINATOR,
                "maya@lakeside.example",
                CHICAGO,
                MAYA_HOST.week(),
                Examples.TERMS,
                null,
                false,
                Map.of());
        assertThat(starts(resting, "2027-01-12", CHICAGO, NOW)).isEmpty();
    }

    @Test
    void notice_and_horizon_include_their_own_moment() {
        Instant start = Instant.parse("2027-01-12T15:00:00Z");
        assertThat(OpeningRules.whyNot(MAYA_HOST, start, start.minus(Duration.ofHours(4))))
                .isEmpty();
        assertThat(OpeningRules.whyNot(MAYA_HOST, start, start.minus(Duration.ofDays(21))))
                .isEmpty();
        assertThat(OpeningRules.openings(
                        MAYA_HOST, day("2027-01-12", CHICAGO), List.of(), start.minus(Duration.ofDays(21))))
                .hasSize(1);
    }

    private static Call hold(Host host, String start) {
        return Call.hold(token(1), inquiryId(1), host, Instant.parse(start), CHICAGO, NOW);
    }

    private static List<String> starts(Host host, String date, ZoneId zone, Instant now, Call... calls) {
        return OpeningRules.openings(host, day(date, zone), List.of(calls), now).stream()
                .map(opening -> opening.start().atZone(zone).toLocalTime().toString())
                .toList();
    }

    private static Interval day(String date, ZoneId zone) {
        LocalDate local = LocalDate.parse(date);
        return new Interval(
                local.atStartOfDay(zone).toInstant(),
                local.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
