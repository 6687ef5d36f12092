package org.rapport.matching.referrals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.DANIEL;
import static org.rapport.matching.referrals.domain.Stories.GRACE;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.after;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.matching.referrals.domain.FitAnswer.Degree;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FitRulesTest {
    private static final Instant MATCHED = MONDAY.plusSeconds(200);
    private static final Instant ASKED = MATCHED.plus(Duration.ofDays(10));
    private static final Clocks CLOCKS = Stories.clocks();
    private static final FitChecks CHECKS = Stories.fitChecks();

    @Test
    void a_matched_person_is_asked_at_the_planned_time_and_not_before() {
        Referral matched = Stories.checked();

        assertThat(CLOCKS.wakeAt(matched)).contains(ASKED);
        assertThat(FitRules.wake(matched, CHECKS, ASKED.minusSeconds(1))).isInstanceOf(Unchanged.class);
        Decided asked = (Decided) FitRules.wake(matched, CHECKS, ASKED);
        assertThat(asked.events())
                .containsExactly(new ReferralEvent.FitCheckAsked(
                        matched.inquiryId(), 1, GRACE, ASKED.plus(Duration.ofDays(7)), ASKED));
        assertThat(FitRules.wake(asked.referral(), CHECKS, ASKED)).isInstanceOf(Unchanged.class);
    }

    @Test
    void when_the_link_has_ended_the_next_time_is_planned_and_after_the_last_there_is_none() {
        Referral next = after(asked(), r -> FitRules.wake(r, CHECKS, ASKED.plus(Duration.ofDays(7))));
        Instant second = MATCHED.plus(Duration.ofDays(30));

        assertThat(next.history().entries()).extracting(HistoryEntry::what).contains("fit-unanswered");
        assertThat(CLOCKS.wakeAt(next)).contains(second);
        Referral last = after(next, r -> FitRules.wake(r, CHECKS, second));
        last = after(last, r -> FitRules.wake(r, CHECKS, second.plus(Duration.ofDays(7))));
        assertThat(last.desk().fit()).isNull();
        assertThat(CLOCKS.wakeAt(last)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "YES, YES, YES, true",
        "PARTLY, PARTLY, YES, true",
        "NO, YES, YES, false",
        "YES, NO, YES, false",
        "YES, YES, PARTLY, false",
        "YES, YES, NO, false"
    })
    void an_answer_that_is_not_right_opens_a_task_for_the_owner_and_no_other_does(
            Degree heard, Degree matters, Degree goOn, boolean right) {
        Decided answered =
                (Decided) FitRules.answer(asked(), 1, new FitAnswer(heard, matters, goOn, ASKED.plusSeconds(60)));

        assertThat(answered.referral().desk().openTasks())
                .extracting(Task::kind)
                .isEqualTo(right ? List.of() : List.of(Task.Kind.FIT_NOT_RIGHT));
        assertThat(answered.events())
                .isEqualTo(
                        right
                                ? List.of()
                                : List.of(new ReferralEvent.TaskOpened(
                                        answered.referral().inquiryId(),
                                        Task.Kind.FIT_NOT_RIGHT,
                                        MAYA,
                                        ASKED.plusSeconds(60))));
    }

    @Test
    void nobody_who_says_it_is_not_right_waits_without_a_clock() {
        Referral unhappy = after(asked(), r -> FitRules.answer(r, 1, no(60)));

        assertThat(CLOCKS.dueAt(asked())).isEmpty();
        assertThat(CLOCKS.dueAt(unhappy)).isPresent();
        Task task = unhappy.desk().openTasks().getFirst();
        Referral talked = after(unhappy, r -> DeskRules.done(r, task.key(), DANIEL, ASKED.plusSeconds(90)));
        assertThat(CLOCKS.dueAt(talked)).isEmpty();
        assertThat(talked.history().entries()).last().satisfies(line -> {
            assertThat(line.what()).isEqualTo("fit-talked");
            assertThat(line.who()).isEqualTo(DANIEL);
        });
    }

    @Test
    void said_twice_it_is_one_task_and_said_otherwise_it_is_what_was_said_last() {
        Referral unhappy = after(asked(), r -> FitRules.answer(r, 1, no(60)));

        assertThat(FitRules.answer(unhappy, 1, no(61))).isInstanceOf(Unchanged.class);
        Referral better = after(
                unhappy,
                r -> FitRules.answer(r, 1, new FitAnswer(Degree.YES, Degree.YES, Degree.YES, ASKED.plusSeconds(70))));
        Referral worse = after(better, r -> FitRules.answer(r, 1, no(80)));
        assertThat(worse.desk().openTasks()).hasSize(1);
        assertThat(worse.desk().fit()).extracting(FitCheck::answer).isEqualTo(no(80));
    }

    @Test
    void a_rematch_ends_task_and_check_and_their_link_answers_nothing() {
        Referral unhappy = after(asked(), r -> FitRules.answer(r, 1, no(60)));
        Referral again = after(unhappy, r -> DeskRules.rematch(r, MAYA, ASKED.plusSeconds(70)));

        assertThat(again.desk().openTasks()).isEmpty();
        assertThat(again.desk().fit()).isNull();
        assertThat(((Refused) FitRules.answer(again, 1, no(80))).refusal()).isEqualTo(Refusal.LINK_OVER);
        assertThat(((Refused) FitRules.answer(asked(), 2, no(80))).refusal()).isEqualTo(Refusal.LINK_OVER);
        assertThat(((Refused) FitRules.answer(Stories.checked(), 1, no(80))).refusal())
                .isEqualTo(Refusal.LINK_OVER);
    }

    @Test
    void the_numbers_rise_over_matches_so_that_an_old_link_answers_nothing_about_the_next_therapist() {
        Referral again = after(asked(), r -> DeskRules.rematch(r, MAYA, ASKED.plusSeconds(70)));
        Referral offered =
                after(again, r -> r.offer(Stories.ELENA, List.of(), MAYA, ASKED.plusSeconds(80), Stories.TWO_DAYS));
        Instant second = ASKED.plusSeconds(90);
        Referral matched = FitRules.plan(
                after(offered, r -> r.accept(2, Stories.ELENA, new Seat(Stories.ELENA, 1), second)), CHECKS);
        Referral next = after(matched, r -> FitRules.wake(r, CHECKS, second.plus(Duration.ofDays(10))));

        FitCheck check = next.desk().fit();
        assertThat(check).extracting(FitCheck::askAt).isEqualTo(second.plus(Duration.ofDays(10)));
        assertThat(check).extracting(FitCheck::number).isNotIn(1, 2);
        assertThat(((Refused) FitRules.answer(next, 1, no(10 * 86_400 + 100))).refusal())
                .isEqualTo(Refusal.LINK_OVER);
        Referral third = after(next, r -> FitRules.wake(r, CHECKS, second.plus(Duration.ofDays(17))));
        assertThat(third.desk().fit()).extracting(FitCheck::askAt).isEqualTo(second.plus(Duration.ofDays(30)));
        Referral last = after(third, r -> FitRules.wake(r, CHECKS, second.plus(Duration.ofDays(30))));
        assertThat(after(last, r -> FitRules.wake(r, CHECKS, second.plus(Duration.ofDays(37))))
                        .desk()
                        .fit())
                .isNull();
    }

    private static Referral asked() {
        return after(Stories.checked(), r -> FitRules.wake(r, CHECKS, ASKED));
    }

    private static FitAnswer no(int seconds) {
        return new FitAnswer(Degree.PARTLY, Degree.YES, Degree.NO, ASKED.plusSeconds(seconds));
    }
}
