package org.rapport.matching.referrals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.after;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Monday 23 November 2026, nine in the morning in Chicago, is {@link Stories#MONDAY}; Thursday the 26th is a holiday. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClocksTest {
    private static final Clocks CLOCKS = Stories.clocks();
    private static final PracticeHours HOURS = CLOCKS.hours();

    @Test
    void nights_weekends_and_holidays_do_not_count() {
        assertThat(HOURS.between(MONDAY, at("2026-11-24T15:00:00Z"))).isEqualTo(Duration.ofHours(8));
        assertThat(HOURS.between(at("2026-11-25T22:00:00Z"), at("2026-11-27T16:00:00Z")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(HOURS.between(at("2026-11-28T12:00:00Z"), at("2026-11-29T23:00:00Z")))
                .isZero();
        assertThat(HOURS.between(MONDAY.plusSeconds(60), MONDAY)).isZero();
    }

    @Test
    void eight_hours_after_wednesday_at_noon_is_friday_at_noon_because_thursday_is_a_holiday() {
        assertThat(HOURS.after(at("2026-11-25T18:00:00Z"), Duration.ofHours(8))).isEqualTo(at("2026-11-27T18:00:00Z"));
        assertThat(HOURS.after(at("2026-11-29T03:00:00Z"), Duration.ofHours(1))).isEqualTo(at("2026-11-30T16:00:00Z"));
    }

    @Test
    void the_wall_clock_counts_also_when_the_clocks_change() {
        // Nine in the morning is 14:00Z before the change and 15:00Z after it.
        assertThat(HOURS.between(at("2026-10-30T14:00:00Z"), at("2026-11-02T16:00:00Z")))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void counting_up_and_counting_on_agree() {
        for (long seed = 1; seed <= 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Instant from = MONDAY.plusSeconds(random.nextInt(30 * 86_400));
            Duration work = Duration.ofSeconds(1 + random.nextInt(60 * 3_600));
            Instant end = HOURS.after(from, work);

            assertThat(HOURS.between(from, end)).as("seed %d", seed).isEqualTo(work);
            assertThat(HOURS.between(from, end.minusSeconds(1)))
                    .as("seed %d", seed)
                    .isEqualTo(work.minusSeconds(1));
        }
    }

    @Test
    void somebody_nobody_answers_for_is_due_from_the_first_moment() {
        assertThat(CLOCKS.dueAt(Stories.open())).contains(at("2026-11-23T23:00:00Z"));
    }

    @Test
    void while_the_questionnaire_is_with_the_person_no_clock_runs() {
        Referral taken = after(Stories.open(), r -> r.take(MAYA, MONDAY));

        assertThat(CLOCKS.dueAt(taken)).isEmpty();
        assertThat(CLOCKS.dueAt(after(taken, r -> r.note(Stories.submitted(), Stories.response(1)))))
                .contains(MONDAY.plusSeconds(60).plus(Duration.ofDays(1)));
    }

    @Test
    void whoever_waits_to_be_rung_or_may_be_in_danger_is_due_also_with_an_owner() {
        Fact callBack = new Fact.InquiryReceived("CALL_ME_BACK", "en", "IL", null, MONDAY);
        Referral waiting = after(Referral.unknown(Stories.INQUIRY), r -> r.note(callBack, Stories.inquiry(1)));
        Referral taken = after(waiting, r -> r.take(MAYA, MONDAY));
        Referral called = after(taken, r -> r.note(Stories.booked(), Stories.call(1)));

        assertThat(CLOCKS.dueAt(taken)).isPresent();
        assertThat(CLOCKS.dueAt(called)).isEmpty();
        assertThat(CLOCKS.dueAt(after(called, r -> r.note(Stories.raised(), Stories.response(1)))))
                .contains(MONDAY.plusSeconds(50).plus(Duration.ofHours(1)));
    }

    @Test
    void a_concern_raised_late_has_its_hour_from_then_on() {
        Instant late = MONDAY.plus(Duration.ofHours(3));
        Fact raised = new Fact.ConcernRaised(Stories.CONCERN, late);
        for (Referral somebody : List.of(Stories.ready(), Stories.matched())) {
            assertThat(CLOCKS.dueAt(after(somebody, r -> r.note(raised, Stories.response(9)))))
                    .contains(late.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void whoever_waits_to_be_rung_waits_on_when_the_call_came_to_nothing() {
        Fact callBack = new Fact.InquiryReceived("CALL_ME_BACK", "en", "IL", null, MONDAY);
        Referral waiting = after(Referral.unknown(Stories.INQUIRY), r -> r.note(callBack, Stories.inquiry(1)));
        Referral called = after(waiting, r -> r.note(Stories.booked(), Stories.call(1)));

        assertThat(CLOCKS.dueAt(called)).isEmpty();
        assertThat(CLOCKS.dueAt(after(called, r -> r.note(Stories.cancelled(), Stories.call(2)))))
                .isPresent();
        assertThat(CLOCKS.dueAt(after(called, r -> r.note(Stories.ended("missed-by-host"), Stories.call(2)))))
                .isPresent();
        assertThat(CLOCKS.dueAt(after(called, r -> r.note(Stories.ended("fits"), Stories.call(2)))))
                .isEmpty();
    }

    @Test
    void a_pause_stops_the_clock_and_what_was_left_is_left_afterwards() {
        Instant hour = MONDAY.plus(Duration.ofHours(1));
        Instant nextDay = hour.plus(Duration.ofDays(1));
        Referral paused = after(Stories.ready(), r -> DeskRules.pause(r, CLOCKS, MAYA, hour));
        Referral resumed = after(paused, r -> DeskRules.resume(r, MAYA, nextDay));
        Duration left = CLOCKS.read(Stories.ready(), hour).orElseThrow().left();

        assertThat(CLOCKS.dueAt(paused)).isEmpty();
        assertThat(CLOCKS.read(paused, nextDay)).hasValueSatisfying(reading -> {
            assertThat(reading.paused()).isTrue();
            assertThat(reading.left()).isEqualTo(left);
        });
        assertThat(CLOCKS.read(resumed, nextDay).orElseThrow().left()).isEqualTo(left);
        assertThat(CLOCKS.dueAt(resumed)).contains(HOURS.after(nextDay, left));
    }

    @Test
    void the_order_of_facts_changes_no_clock() {
        Referral intakeFirst = after(
                after(Referral.unknown(Stories.INQUIRY), r -> r.note(Stories.submitted(), Stories.response(3))),
                r -> r.note(Stories.received(), Stories.inquiry(1)));

        assertThat(CLOCKS.dueAt(intakeFirst)).isEqualTo(CLOCKS.dueAt(Stories.ready()));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
