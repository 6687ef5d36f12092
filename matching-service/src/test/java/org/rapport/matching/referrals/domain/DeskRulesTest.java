package org.rapport.matching.referrals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.DANIEL;
import static org.rapport.matching.referrals.domain.Stories.ELENA;
import static org.rapport.matching.referrals.domain.Stories.GRACE;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.TWO_DAYS;
import static org.rapport.matching.referrals.domain.Stories.after;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;
import org.rapport.matching.roster.domain.Permission;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskRulesTest {
    private static final Instant NOW = MONDAY.plusSeconds(300);
    private static final Clocks CLOCKS = Stories.clocks();
    private static final LocalDate TODAY = Sketches.TODAY;

    private static final Map<String, Supplier<Referral>> STATES = Map.of(
            "open", Stories::open,
            "ready", Stories::ready,
            "offered", Stories::offered,
            "two offered", () -> after(Stories.offered(), r -> r.offer(ELENA, List.of(), MAYA, NOW, TWO_DAYS)),
            "matched", Stories::matched,
            "closed", () -> after(Stories.ready(), r -> close(r, CloseReason.NOT_REACHED)));

    private static final Map<String, Function<Referral, ReferralDecision>> COMMANDS = Map.of(
            "hand over", r -> r.handTo(DANIEL, MAYA, NOW),
            "withdraw", r -> DeskRules.withdraw(r, 1, MAYA, NOW),
            "plan", r -> DeskRules.onward(r, List.of(DANIEL), MAYA, NOW),
            "pause", r -> DeskRules.pause(r, CLOCKS, MAYA, NOW),
            "close", r -> close(r, CloseReason.NOT_REACHED),
            "refer out", r -> close(r, CloseReason.REFERRED_OUT),
            "rematch", r -> DeskRules.rematch(r, MAYA, NOW),
            "reopen", r -> DeskRules.reopen(r, MAYA, NOW));

    static Stream<Arguments> every_state_and_command() {
        return """
                open        | hand over | OPEN: ReferralAssigned
                open        | withdraw  | NO_SUCH_OFFER
                open        | plan      | NOT_READY
                open        | pause     | OPEN:
                open        | close     | CLOSED: ReferralClosed
                open        | refer out | CONSENT_MISSING
                open        | rematch   | NOT_MATCHED
                open        | reopen    | NOT_CLOSED
                ready       | hand over | READY_FOR_TRIAGE: ReferralAssigned
                ready       | withdraw  | NO_SUCH_OFFER
                ready       | plan      | NOT_READY
                ready       | pause     | READY_FOR_TRIAGE:
                ready       | close     | CLOSED: ReferralClosed
                ready       | refer out | CONSENT_MISSING
                ready       | rematch   | NOT_MATCHED
                ready       | reopen    | NOT_CLOSED
                offered     | hand over | OFFERED: ReferralAssigned
                offered     | withdraw  | READY_FOR_TRIAGE: OfferWithdrawn
                offered     | plan      | OFFERED:
                offered     | pause     | OFFERED:
                offered     | close     | CLOSED: OfferWithdrawn ReferralClosed
                offered     | refer out | CONSENT_MISSING
                offered     | rematch   | NOT_MATCHED
                offered     | reopen    | NOT_CLOSED
                two offered | hand over | OFFERED: ReferralAssigned
                two offered | withdraw  | OFFERED: OfferWithdrawn
                two offered | plan      | OFFERED:
                two offered | pause     | OFFERED:
                two offered | close     | CLOSED: OfferWithdrawn OfferWithdrawn ReferralClosed
                two offered | refer out | CONSENT_MISSING
                two offered | rematch   | NOT_MATCHED
                two offered | reopen    | NOT_CLOSED
                matched     | hand over | MATCHED: ReferralAssigned
                matched     | withdraw  | OFFER_ACCEPTED
                matched     | plan      | NOT_READY
                matched     | pause     | NOTHING_DUE
                matched     | close     | CLOSED: ReferralClosed
                matched     | refer out | CONSENT_MISSING
                matched     | rematch   | READY_FOR_TRIAGE: RematchRequested
                matched     | reopen    | NOT_CLOSED
                closed      | hand over | CLOSED: ReferralAssigned
                closed      | withdraw  | NO_SUCH_OFFER
                closed      | plan      | CLOSED
                closed      | pause     | NOTHING_DUE
                closed      | close     | unchanged
                closed      | refer out | unchanged
                closed      | rematch   | NOT_MATCHED
                closed      | reopen    | READY_FOR_TRIAGE: ReferralReopened
                """.lines().map(line -> Arguments.of((Object[]) line.strip().split("\\s*\\|\\s*")));
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @MethodSource("every_state_and_command")
    void the_table_holds(String state, String command, String outcome) {
        Referral referral = Optional.ofNullable(STATES.get(state)).orElseThrow().get();
        ReferralDecision decision =
                Optional.ofNullable(COMMANDS.get(command)).orElseThrow().apply(referral);

        assertThat(said(decision)).isEqualTo(outcome);
    }

    @Test
    void the_table_leaves_out_no_state_and_no_command() {
        assertThat(every_state_and_command()).hasSize(STATES.size() * COMMANDS.size());
    }

    @Test
    void every_state_and_step_of_the_code_is_in_the_documentation_and_the_other_way_round() throws Exception {
        List<String> rows = Files.readAllLines(Path.of("../docs/domain.md")).stream()
                .dropWhile(line -> !line.startsWith("| referral | READY"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        List<String> steps =
                cells(rows.getFirst()).subList(1, cells(rows.getFirst()).size());

        assertThat(steps)
                .containsExactly(Arrays.stream(ReferralState.Step.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
        assertThat(rows.stream().skip(2).map(row -> cells(row).getFirst()))
                .containsExactly(
                        Arrays.stream(ReferralState.values()).map(Enum::name).toArray(String[]::new));
        for (String row : rows.subList(2, rows.size())) {
            ReferralState state = ReferralState.valueOf(cells(row).getFirst());
            for (int i = 0; i < steps.size(); i++) {
                String written = cells(row).get(i + 1).replaceAll(",.*", "");
                assertThat(written)
                        .as(state + " " + steps.get(i))
                        .isEqualTo(state.after(ReferralState.Step.valueOf(steps.get(i)))
                                .map(Enum::name)
                                .orElse(""));
            }
        }
    }

    @Test
    void an_acceptance_takes_back_every_other_open_offer_in_the_same_decision() {
        Referral two = after(Stories.offered(), r -> r.offer(ELENA, List.of(), MAYA, NOW, TWO_DAYS));
        Decided accepted = (Decided) two.accept(2, ELENA, new Seat(ELENA, 1), NOW);

        assertThat(accepted.referral().offers())
                .extracting(Offer::state)
                .containsExactly(OfferState.WITHDRAWN, OfferState.ACCEPTED);
        assertThat(said(accepted)).isEqualTo("MATCHED: OfferAccepted OfferWithdrawn ClientMatched");
        assertThat(accepted.referral().accept(1, GRACE, new Seat(GRACE, 1), NOW))
                .isEqualTo(Refused.because(Refusal.OFFER_WITHDRAWN));
    }

    @Test
    void whoever_is_asked_now_is_not_asked_next_and_two_who_add_lose_nothing() {
        Referral offered = Stories.offered();
        Referral added = after(offered, r -> DeskRules.addOnward(r, ELENA, MAYA, NOW));
        Referral both = after(added, r -> DeskRules.addOnward(r, Sketches.id(3), DANIEL, NOW));

        assertThat(DeskRules.addOnward(offered, GRACE, MAYA, NOW)).isInstanceOf(Unchanged.class);
        assertThat(both.desk().onward()).containsExactly(ELENA, Sketches.id(3));
        assertThat(after(both, r -> DeskRules.strikeOnward(r, ELENA, MAYA, NOW))
                        .desk()
                        .onward())
                .containsExactly(Sketches.id(3));
        // A withdrawal of the last offer ends what was planned.
        assertThat(after(both, r -> DeskRules.withdraw(r, 1, MAYA, NOW)).desk().onward())
                .isEmpty();
    }

    @Test
    void a_fourth_therapist_is_not_asked_at_once() {
        Referral three = Stories.offered();
        for (int number : List.of(2, 3)) {
            three = after(three, r -> r.offer(Sketches.id(number), List.of(), MAYA, NOW, TWO_DAYS));
        }

        assertThat(three.offer(Sketches.id(4), List.of(), MAYA, NOW, TWO_DAYS))
                .isEqualTo(Refused.because(Refusal.ENOUGH_OFFERED));
    }

    @Test
    void a_safety_concern_that_nobody_answered_keeps_a_referral_open() {
        Referral raised = after(Stories.ready(), r -> r.note(Stories.raised(), Stories.response(4)));

        assertThat(close(raised, CloseReason.NO_LONGER_WANTED)).isEqualTo(Refused.because(Refusal.CONCERN_OPEN));
    }

    @Test
    void a_rematch_frees_the_seat_and_begins_a_new_round() {
        Referral again = after(Stories.matched(), r -> DeskRules.rematch(r, MAYA, NOW.plusSeconds(900)));

        assertThat(again.seat()).isNull();
        assertThat(again.desk().returnedAt()).isEqualTo(NOW.plusSeconds(900));
        assertThat(CLOCKS.read(again, NOW.plusSeconds(900)))
                .hasValueSatisfying(reading -> assertThat(reading.startedAt()).isEqualTo(NOW.plusSeconds(900)));
    }

    @Test
    void a_licence_about_to_end_is_one_task_and_its_renewal_ends_it() {
        Permission soon = new Permission("IL", TODAY.plusDays(10), null);
        Permission renewed = new Permission("IL", TODAY.plusYears(2), null);
        Referral told = after(Stories.matched(), r -> DeskRules.licence(r, soon, TODAY, NOW));

        assertThat(told.desk().openTasks())
                .singleElement()
                .satisfies(task -> assertThat(task.details())
                        .containsExactly(
                                GRACE.toString(), "IL", TODAY.plusDays(10).toString()));
        assertThat(DeskRules.licence(told, soon, TODAY, NOW)).isEqualTo(new Unchanged(told));
        assertThat(after(told, r -> DeskRules.licence(r, renewed, TODAY, NOW))
                        .desk()
                        .openTasks())
                .isEmpty();
        assertThat(after(told, r -> DeskRules.licence(r, null, TODAY, NOW))
                        .desk()
                        .openTasks())
                .hasSize(1);
    }

    @Test
    void a_task_that_somebody_did_is_not_opened_again_for_the_same_day() {
        Permission soon = new Permission("IL", TODAY.plusDays(10), null);
        Referral told = after(Stories.matched(), r -> DeskRules.licence(r, soon, TODAY, NOW));
        String key = told.desk().tasks().getFirst().key();
        Referral done = after(told, r -> DeskRules.done(r, key, MAYA, NOW));

        assertThat(DeskRules.licence(done, soon, TODAY, NOW)).isEqualTo(new Unchanged(done));
        assertThat(DeskRules.done(done, "another", MAYA, NOW)).isEqualTo(Refused.because(Refusal.NO_SUCH_TASK));
    }

    @Test
    void what_ended_by_itself_is_opened_again_when_that_was_a_mistake() {
        Permission soon = new Permission("IL", TODAY.plusDays(10), null);
        Permission mistaken = new Permission("IL", TODAY.plusYears(2), null);
        Referral told = after(Stories.matched(), r -> DeskRules.licence(r, soon, TODAY, NOW));
        Referral ended = after(told, r -> DeskRules.licence(r, mistaken, TODAY, NOW));

        assertThat(after(ended, r -> DeskRules.licence(r, soon, TODAY, NOW))
                        .desk()
                        .openTasks())
                .hasSize(1);
        Referral again = after(told, r -> DeskRules.rematch(r, MAYA, NOW));
        Referral same = after(again, r -> r.offer(GRACE, List.of(), MAYA, NOW, TWO_DAYS));
        Referral matched = after(same, r -> r.accept(2, GRACE, new Seat(GRACE, 1), NOW));
        assertThat(after(matched, r -> DeskRules.licence(r, soon, TODAY, NOW))
                        .desk()
                        .openTasks())
                .hasSize(1);
    }

    static Stream<Arguments> signs_of_the_person() {
        return Stream.of(
                Arguments.of(Stories.submitted(), Stories.response(9)),
                Arguments.of(Stories.raised(), Stories.response(9)),
                Arguments.of(Stories.booked(), Stories.call(9)));
    }

    @ParameterizedTest
    @MethodSource("signs_of_the_person")
    void a_sign_of_the_person_starts_the_clock_that_waited_for_them(Fact sign, Source source) {
        Referral paused = after(Stories.open(), r -> DeskRules.pause(r, CLOCKS, MAYA, NOW));
        Referral heard = after(paused, r -> r.note(sign, source));

        assertThat(paused.desk().isPaused()).isTrue();
        assertThat(heard.desk().isPaused()).isFalse();
        assertThat(after(paused, r -> r.note(Stories.acknowledged(), Stories.response(8)))
                        .desk()
                        .isPaused())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("signs_of_the_person")
    void a_sign_of_the_person_of_a_closed_referral_is_a_task_with_a_clock(Fact sign, Source source) {
        Referral closed = after(Stories.open(), r -> close(r, CloseReason.NOT_REACHED));
        Referral back = after(closed, r -> r.note(sign, source));

        assertThat(back.state()).isEqualTo(ReferralState.CLOSED);
        assertThat(back.desk().openTasks()).hasSize(1);
        assertThat(CLOCKS.read(back, NOW)).isPresent();
        assertThat(CLOCKS.order(back)).isBefore(CLOCKS.order(closed));
        assertThat(after(back, r -> r.note(Stories.booked(), Stories.call(10)))
                        .desk()
                        .openTasks())
                .hasSize(1);
        assertThat(after(back, r -> DeskRules.reopen(r, MAYA, NOW)).desk().openTasks())
                .isEmpty();
    }

    @Test
    void a_licence_about_to_end_is_in_its_place_by_its_last_day() {
        Permission soon = new Permission("IL", TODAY.plusDays(10), null);
        Referral told = after(Stories.matched(), r -> DeskRules.licence(r, soon, TODAY, NOW));

        assertThat(CLOCKS.order(told)).isEqualTo(Instant.parse("2026-12-03T06:00:00Z"));
        assertThat(CLOCKS.order(after(Stories.matched(), r -> DeskRules.licence(r, null, TODAY, NOW))))
                .isEqualTo(NOW);
    }

    @Test
    void the_end_of_a_clock_is_told_once_and_not_early() {
        Instant due = CLOCKS.dueAt(Stories.ready()).orElseThrow();
        Decided told = (Decided) DeskRules.tell(Stories.ready(), CLOCKS, due);

        assertThat(DeskRules.tell(Stories.ready(), CLOCKS, due.minusMillis(1))).isInstanceOf(Unchanged.class);
        assertThat(said(told)).isEqualTo("READY_FOR_TRIAGE: ReferralOverdue");
        assertThat(DeskRules.tell(told.referral(), CLOCKS, due.plusSeconds(9))).isInstanceOf(Unchanged.class);
    }

    private static ReferralDecision close(Referral referral, CloseReason reason) {
        return DeskRules.close(referral, reason, false, MAYA, NOW);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static String said(ReferralDecision decision) {
        return switch (decision) {
            case Unchanged _ -> "unchanged";
            case Refused refused -> refused.refusal().name();
            case Decided decided ->
                decided.referral().state() + ":"
                        + String.join(
                                "",
                                decided.events().stream()
                                        .map(event -> " " + event.getClass().getSimpleName())
                                        .toList());
        };
    }
}
