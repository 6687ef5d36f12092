package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.TERMS;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.day;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;
import static org.rapport.booking.calls.domain.AskedRule.Answer.BROKEN;
import static org.rapport.booking.calls.domain.AskedRule.Answer.KEPT;
import static org.rapport.booking.calls.domain.AskedRule.Answer.NOT_ASKED;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.Host;
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

    @Test
    void the_skipped_hour_offers_nothing_and_the_doubled_one_twice() {
        Instant march = Instant.parse("2027-03-12T06:00:00Z");
        assertThat(starts(DAY_AND_NIGHT, "2027-03-14", CHICAGO, march))
                .hasSize(23 * 4)
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
        assertThat(whyNot(start, NOW)).contains(reason);
    }

    @Test
    void bounds_beyond_every_calendar_are_only_far_away() {
        assertThat(whyNot(Instant.MAX, NOW)).contains(NotOpen.TOO_FAR_AHEAD);
        assertThat(whyNot(Instant.MIN, NOW)).contains(NotOpen.IN_THE_PAST);
    }

    @Test
    void a_call_across_midnight_is_at_work_wherever_the_range_ends() {
        // From 22:00 to 23:50 in Chicago.
        Interval evening = new Interval(Instant.parse("2027-01-13T04:00:00Z"), Instant.parse("2027-01-13T05:50:00Z"));
        assertThat(OpeningRules.startsAtWork(schedule(DAY_AND_NIGHT), evening).instants())
                .endsWith(Instant.parse("2027-01-13T05:45:00Z"));
    }

    @Test
    void who_does_not_host_has_no_openings() {
        Host resting = MAYA_HOST.with(0, MAYA_HOST.hours(), MAYA_HOST.terms(), false);
        assertThat(starts(resting, "2027-01-12", CHICAGO, NOW)).isEmpty();
    }

    @Test
    void notice_and_horizon_include_their_own_moment() {
        Instant start = Instant.parse("2027-01-12T15:00:00Z");
        assertThat(whyNot(start, start.minus(Duration.ofHours(4)))).isEmpty();
        assertThat(whyNot(start, start.minus(Duration.ofDays(21)))).isEmpty();
        assertThat(OpeningRules.openings(
                        schedule(MAYA_HOST),
                        day("2027-01-12", CHICAGO),
                        BusyTimes.none(),
                        start.minus(Duration.ofDays(21))))
                .hasSize(1);
    }

    @Test
    void a_day_and_a_week_with_as_many_calls_as_the_host_wants_offer_nothing_more() {
        Call tuesday = hold(MAYA_HOST, "2027-01-12T15:00:00Z");
        Host oncePerDay = with(new CallTerms(
                TERMS.bufferBefore(),
                TERMS.bufferAfter(),
                TERMS.grid(),
                TERMS.minimumNotice(),
                TERMS.horizon(),
                TERMS.cutOff(),
                1,
                2));
        assertThat(starts(oncePerDay, "2027-01-12", CHICAGO, NOW, tuesday)).isEmpty();
        assertThat(starts(oncePerDay, "2027-01-12", CHICAGO, NOW.plus(Call.HOLD), tuesday))
                .isNotEmpty();
        assertThat(starts(oncePerDay, "2027-01-13", CHICAGO, NOW, tuesday)).isNotEmpty();

        Call wednesday = hold(MAYA_HOST, "2027-01-13T15:00:00Z");
        assertThat(starts(oncePerDay, "2027-01-17", CHICAGO, NOW, tuesday, wednesday))
                .isEmpty();
        assertThat(starts(oncePerDay, "2027-01-18", CHICAGO, NOW, tuesday, wednesday))
                .isNotEmpty();
        BusyTimes busy = BusyTimes.of(oncePerDay, List.of(tuesday, wednesday), NOW);
        assertThat(OpeningRules.whyNot(schedule(oncePerDay), Instant.parse("2027-01-12T16:00:00Z"), busy, NOW))
                .contains(NotOpen.DAY_FULL);
        assertThat(OpeningRules.whyNot(schedule(oncePerDay), Instant.parse("2027-01-15T16:00:00Z"), busy, NOW))
                .contains(NotOpen.WEEK_FULL);
    }

    @Test
    void an_explanation_names_every_rule_and_stops_at_the_first_that_is_broken() {
        List<AskedRule> rules =
                OpeningRules.explain(schedule(MAYA_HOST), Instant.parse("2027-01-12T15:07:00Z"), BusyTimes.none(), NOW);
        assertThat(rules)
                .extracting(AskedRule::rule)
                .containsExactly(Arrays.copyOfRange(NotOpen.values(), 1, NotOpen.values().length));
        assertThat(rules).extracting(AskedRule::answer).startsWith(KEPT, KEPT, KEPT, KEPT, BROKEN, NOT_ASKED);
        assertThat(OpeningRules.explain(
                        schedule(MAYA_HOST), Instant.parse("2027-01-12T15:00:00Z"), BusyTimes.none(), NOW))
                .extracting(AskedRule::answer)
                .containsOnly(KEPT);
    }

    private static Host with(CallTerms terms) {
        return MAYA_HOST.with(0, MAYA_HOST.hours(), terms, true);
    }

    private static Call hold(Host host, String start) {
        return Call.hold(token(1), inquiryId(1), schedule(host), Instant.parse(start), CHICAGO, NOW);
    }

    private static List<String> starts(Host host, String date, ZoneId zone, Instant now, Call... calls) {
        BusyTimes busy = BusyTimes.of(host, List.of(calls), now);
        return OpeningRules.openings(schedule(host), day(date, zone), busy, now).stream()
                .map(opening -> opening.start().atZone(zone).toLocalTime().toString())
                .toList();
    }

    private static Optional<NotOpen> whyNot(Instant start, Instant now) {
        return OpeningRules.whyNot(schedule(MAYA_HOST), start, BusyTimes.none(), now);
    }
}
