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
import org.rapport.matching.ranking.domain.Sketches;

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
        Referral sent = after(taken, r -> r.note(Stories.sent(), Stories.response(1)));

        assertThat(CLOCKS.dueAt(taken)).isPresent();
        assertThat(CLOCKS.dueAt(sent)).isEmpty();
        assertThat(CLOCKS.dueAt(after(sent, r -> r.note(Stories.submitted(), Stories.response(2)))))
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
    void a_second_concern_has_an_hour_of_its_own_however_the_first_ended() {
        Instant late = MONDAY.plus(Duration.ofDays(2));
        Fact again = new Fact.ConcernRaised(Stories.RESPONSE, late);
        Referral closed = after(
                Stories.ready(), r -> DeskRules.close(r, CloseReason.NOT_REACHED, false, MAYA, MONDAY.plusSeconds(90)));
        for (Referral somebody : List.of(Stories.ready(), Stories.matched(), closed)) {
            Referral first = after(somebody, r -> r.note(Stories.raised(), Stories.response(7)));
            Referral told = after(first, r -> DeskRules.tell(r, CLOCKS, MONDAY.plus(Duration.ofHours(3))));
            Referral calm = after(told, r -> r.note(Stories.acknowledged(), Stories.response(8)));
            Referral second = after(calm, r -> r.note(again, Stories.response(9)));

            assertThat(CLOCKS.dueAt(second)).contains(late.plus(Duration.ofHours(1)));
            assertThat(CLOCKS.wakeAt(second)).contains(late.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void what_the_person_or_we_do_later_does_not_put_off_the_hour_of_a_concern() {
        Referral raised = after(Stories.open(), r -> r.note(Stories.raised(), Stories.response(1)));
        Fact submitted = new Fact.ResponseSubmitted(
                Stories.RESPONSE, Sketches.wish(), Priority.URGENT, MONDAY.plus(Duration.ofMinutes(55)));
        Instant due = MONDAY.plusSeconds(50).plus(Duration.ofHours(1));

        assertThat(CLOCKS.dueAt(after(raised, r -> r.note(submitted, Stories.response(2)))))
                .contains(due);
        Referral again = after(Stories.matched(), r -> r.note(Stories.raised(), Stories.response(9)));
        assertThat(CLOCKS.dueAt(after(again, r -> DeskRules.rematch(r, MAYA, MONDAY.plusSeconds(400)))))
                .contains(due);
        assertThat(DeskRules.pause(raised, CLOCKS, MAYA, MONDAY.plusSeconds(60)))
                .isEqualTo(ReferralDecision.Refused.because(Refusal.CONCERN_OPEN));
    }

    @Test
    void a_clock_that_is_over_stays_over_and_is_told_once_whoever_stops_it() {
        Instant due = CLOCKS.dueAt(Stories.ready()).orElseThrow();
        Instant late = HOURS.after(due, Duration.ofHours(3));
        Referral told = after(Stories.ready(), r -> DeskRules.tell(r, CLOCKS, due));
        Referral paused = after(told, r -> DeskRules.pause(r, CLOCKS, MAYA, late));
        Referral resumed = after(paused, r -> DeskRules.resume(r, MAYA, late.plus(Duration.ofDays(1))));

        assertThat(CLOCKS.read(paused, late.plusSeconds(60)).orElseThrow().left())
                .isEqualTo(Duration.ofHours(-3));
        assertThat(CLOCKS.dueAt(resumed)).contains(due);
        assertThat(DeskRules.tell(resumed, CLOCKS, late.plus(Duration.ofDays(1))))
                .isEqualTo(new ReferralDecision.Unchanged(resumed));
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
        Referral held = after(called, r -> r.note(Stories.ended("fits"), Stories.call(2)));
        assertThat(CLOCKS.dueAt(after(held, r -> r.note(Stories.sent(), Stories.response(1)))))
                .isEmpty();
    }

    @Test
    void whoever_has_an_owner_and_nothing_to_wait_for_is_not_left_without_a_clock() {
        Instant lapsed = MONDAY.plus(Duration.ofDays(1));
        Referral sent = after(
                after(Stories.open(), r -> r.take(MAYA, MONDAY)), r -> r.note(Stories.sent(), Stories.response(1)));
        Fact ranOut = new Fact.QuestionnaireNoted("questionnaire-lapsed", false, lapsed);
        Referral called = after(Stories.open(), r -> r.note(Stories.booked(), Stories.call(1)));
        Referral held = after(called, r -> r.note(Stories.ended("thinking"), Stories.call(2)));

        assertThat(CLOCKS.dueAt(after(sent, r -> r.note(ranOut, Stories.response(2)))))
                .contains(HOURS.after(lapsed, Duration.ofHours(8)));
        assertThat(CLOCKS.dueAt(called)).isEmpty();
        assertThat(CLOCKS.dueAt(held)).contains(HOURS.after(MONDAY.plusSeconds(88_000), Duration.ofHours(8)));
        assertThat(CLOCKS.dueAt(after(held, r -> r.note(Stories.sent(), Stories.response(1)))))
                .isEmpty();
    }

    @Test
    void who_is_on_the_wait_list_or_wanted_nothing_yet_is_not_hurried() {
        for (Fact inquiry : List.of(
                new Fact.InquiryReceived("WAIT_LIST", "en", "IL", null, MONDAY),
                new Fact.InquiryReceived("BY_PHONE", "en", "IL", "wants-nothing-yet", MONDAY))) {
            Referral known = after(Referral.unknown(Stories.INQUIRY), r -> r.note(inquiry, Stories.inquiry(1)));

            assertThat(CLOCKS.dueAt(after(known, r -> r.take(MAYA, MONDAY)))).isEmpty();
        }
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
