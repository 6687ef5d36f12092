package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.answers;
import static org.rapport.booking.Examples.capped;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldCallHandlerTest {

    private static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    private static final HostChoice ANY = new HostChoice.AnyCoordinator();

    private final InMemoryCalls calls = new InMemoryCalls();
    private final InMemoryHosts hosts = new InMemoryHosts(
            coordinator(MAYA, "Maya", everyDay("09:00", "11:00")),
            coordinator(DANIEL, "Daniel", everyDay("09:00", "11:00")));
    private final SettableClock clock = SettableClock.at("2027-01-11T15:00:00Z");
    private final InMemoryPractices practices = new InMemoryPractices();
    private final FindOpeningsHandler openings =
            new FindOpeningsHandler(hosts, practices, calls, Diaries.empty(), clock);
    private final HoldCallHandler handler = new HoldCallHandler(hosts, practices, calls, openings, clock);

    @Test
    void an_open_time_is_held_for_ten_minutes() {
        Call call = held(hold(1, new HostChoice.One(MAYA), NINE));
        assertThat(call.state()).isEqualTo(new CallState.Held(clock.instant().plus(Call.HOLD), false, null, null));
        assertThat(calls.find(call.id())).isPresent();
    }

    @Test
    void the_second_person_is_told_the_nearest_other_times() {
        hold(1, new HostChoice.One(MAYA), NINE);
        HoldDecision second = hold(2, new HostChoice.One(MAYA), NINE);
        assertThat(second).isInstanceOf(HoldDecision.Taken.class);
        assertThat(((HoldDecision.Taken) second).alternatives())
                .extracting(Opening::start)
                .containsExactly(NINE.plusSeconds(1800), NINE.plusSeconds(2700), NINE.plusSeconds(3600));
    }

    @Test
    void of_any_coordinator_the_next_is_tried_in_the_same_request() {
        HostId first = held(hold(1, ANY, NINE)).hostId();
        HostId second = held(hold(2, ANY, NINE)).hostId();
        assertThat(first).isNotEqualTo(second);
        assertThat(hold(3, ANY, NINE)).isInstanceOf(HoldDecision.Taken.class);
    }

    @Test
    void the_list_for_any_shows_whom_the_hold_then_picks() {
        for (int number = 1; number <= 8; number++) {
            Instant start = NINE.plus(Duration.ofDays(number % 4)).plus(Duration.ofMinutes(30L * (number / 4)));
            HostId shown = openings.handle(new FindOpenings(ANY, LocalDate.parse("2027-01-11"), 7, CHICAGO)).stream()
                    .filter(opening -> opening.start().equals(start))
                    .findFirst()
                    .orElseThrow()
                    .hostId();
            assertThat(held(hold(number, ANY, start)).hostId()).isEqualTo(shown);
        }
    }

    /** Who is not at work then still counts for the order. */
    @Test
    void the_list_and_the_hold_agree_where_one_of_the_pool_is_not_at_work() {
        HostId elena = new HostId(new UUID(7, 3));
        hosts.save(coordinator(elena, "Elena", everyDay("14:00", "16:00")));
        // Maya has least, and the last call of all; of three equals nobody gets two in a row.
        List<HostId> calledByName = List.of(DANIEL, DANIEL, elena, elena, MAYA);
        for (int number = 1; number <= calledByName.size(); number++) {
            HostId host = calledByName.get(number - 1);
            Instant start = NINE.plus(Duration.ofDays(number)).plus(Duration.ofHours(host.equals(elena) ? 5 : 0));
            held(hold(number, new HostChoice.One(host), start));
            clock.advance(Duration.ofSeconds(5));
        }
        assertThat(openings.handle(new FindOpenings(ANY, LocalDate.parse("2027-01-12"), 1, CHICAGO))
                        .getFirst()
                        .hostId())
                .isEqualTo(DANIEL);
        assertThat(held(hold(9, ANY, NINE)).hostId()).isEqualTo(DANIEL);
    }

    /** Whose turn it is has just been taken by somebody whom this request did not see. */
    @Test
    void pain_5_the_picks_claim_fails_and_the_next_is_tried_in_the_same_request() {
        hold(1, new HostChoice.One(DANIEL), NINE.plus(Duration.ofDays(1)));
        assertThat(new PoolOrder(calls).inTurn(hosts.all(), Function.identity(), clock.instant()))
                .extracting(Host::id)
                .containsExactly(MAYA, DANIEL);
        calls.beforeNextSave(() -> hold(3, new HostChoice.One(MAYA), NINE));
        assertThat(held(hold(4, ANY, NINE)).hostId()).isEqualTo(DANIEL);
        assertThat(calls.find(token(3).callId()).orElseThrow().hostId()).isEqualTo(MAYA);
    }

    @Test
    void the_claims_of_a_hold_that_ran_out_are_freed_on_the_way() {
        hold(1, new HostChoice.One(MAYA), NINE);
        clock.advance(Call.HOLD);
        held(hold(2, new HostChoice.One(MAYA), NINE));
        assertThat(calls.find(token(1).callId()).orElseThrow().state()).isInstanceOf(CallState.Released.class);
    }

    @Test
    void two_holds_that_ran_out_are_freed_for_one_that_overlaps_both() {
        hold(1, new HostChoice.One(MAYA), NINE);
        hold(2, new HostChoice.One(MAYA), NINE.plusSeconds(1800));
        clock.advance(Call.HOLD);
        held(hold(3, new HostChoice.One(MAYA), NINE.plusSeconds(900)));
    }

    @Test
    void a_time_beside_a_hold_that_ran_out_and_a_call_stays_taken() {
        hold(1, new HostChoice.One(MAYA), NINE);
        clock.advance(Call.HOLD);
        hold(2, new HostChoice.One(MAYA), NINE.plusSeconds(1800));
        assertThat(hold(3, new HostChoice.One(MAYA), NINE.plusSeconds(900))).isInstanceOf(HoldDecision.Taken.class);
    }

    @Test
    void what_is_not_offered_is_refused_by_name() {
        assertThat(hold(1, new HostChoice.One(MAYA), NINE.plusSeconds(60)))
                .isEqualTo(new HoldDecision.Refused(NotOpen.OFF_GRID));
        assertThat(hold(1, ANY, NINE.minus(Duration.ofDays(2))))
                .isEqualTo(new HoldDecision.Refused(NotOpen.IN_THE_PAST));
        assertThat(hold(1, ANY, Instant.parse("2037-01-12T15:00:00Z")))
                .isEqualTo(new HoldDecision.Refused(NotOpen.TOO_FAR_AHEAD));
        assertThat(hold(1, new HostChoice.One(new HostId(new UUID(9, 9))), NINE))
                .isEqualTo(new HoldDecision.Refused(NotOpen.UNKNOWN_HOST));
    }

    @Test
    void pain_7_the_holder_sees_the_time_though_others_do_not() {
        Call call = held(hold(1, new HostChoice.One(MAYA), NINE));
        assertThat(openings.handle(maya())).extracting(Opening::start).doesNotContain(NINE);
        assertThat(calls.heldBy(token(1))).map(Call::time).contains(call.time());
    }

    @Test
    void pain_7_going_back_frees_the_time() {
        hold(1, new HostChoice.One(MAYA), NINE);
        new ReleaseHoldHandler(calls, clock).handle(new ReleaseHold(token(1)));
        assertThat(openings.handle(maya())).extracting(Opening::start).contains(NINE);
    }

    @Test
    void a_draft_goes_when_its_hold_runs_out() {
        hold(1, new HostChoice.One(MAYA), NINE);
        new KeepDraftHandler(calls, clock).handle(new KeepDraft(token(1), answers("Alex")));
        LapseHoldHandler lapse = new LapseHoldHandler(calls, clock);
        lapse.handle(new LapseHold(token(1).callId()));
        assertThat(calls.find(token(1).callId()).orElseThrow().state()).isInstanceOf(CallState.Held.class);
        clock.advance(Call.HOLD);
        lapse.handle(new LapseHold(token(1).callId()));
        assertThat(calls.find(token(1).callId()).orElseThrow().state()).isInstanceOf(CallState.Released.class);
    }

    /** Whatever is shown can be held when nobody else comes first. */
    @Test
    void every_opening_shown_can_be_held() {
        FindOpenings week = new FindOpenings(ANY, LocalDate.parse("2027-01-11"), 7, CHICAGO);
        int number = 0;
        for (Opening opening : openings.handle(week)) {
            InMemoryCalls alone = new InMemoryCalls();
            HoldDecision decision = new HoldCallHandler(
                            hosts,
                            practices,
                            alone,
                            new FindOpeningsHandler(hosts, practices, alone, Diaries.empty(), clock),
                            clock)
                    .handle(new HoldCall(
                            token(++number),
                            inquiryId(number),
                            new HostChoice.One(opening.hostId()),
                            opening.start(),
                            CHICAGO));
            assertThat(held(decision).time()).isEqualTo(opening.time());
        }
        assertThat(number).isPositive();
    }

    /** Those who came before the limit have no number, and those above a lowered one keep theirs; all count. */
    @Test
    void a_limit_that_is_introduced_or_lowered_counts_the_calls_that_are_there() {
        HostChoice one = new HostChoice.One(MAYA);
        hold(1, one, NINE);
        hold(2, one, NINE.plusSeconds(1800));
        limit(3);
        assertThat(held(hold(3, one, NINE.plusSeconds(3600))).places().day()).isEqualTo(1);
        assertThat(hold(4, one, NINE.plusSeconds(5400))).isEqualTo(new HoldDecision.Refused(NotOpen.DAY_FULL));
        new ReleaseHoldHandler(calls, clock).handle(new ReleaseHold(token(1)));
        assertThat(held(hold(5, one, NINE.plusSeconds(5400))).places().day()).isEqualTo(2);
        new ReleaseHoldHandler(calls, clock).handle(new ReleaseHold(token(3)));
        limit(2);
        assertThat(hold(6, one, NINE)).isEqualTo(new HoldDecision.Refused(NotOpen.DAY_FULL));
        limit(1);
        new ReleaseHoldHandler(calls, clock).handle(new ReleaseHold(token(2)));
        assertThat(hold(7, one, NINE)).isEqualTo(new HoldDecision.Refused(NotOpen.DAY_FULL));
        new ReleaseHoldHandler(calls, clock).handle(new ReleaseHold(token(5)));
        held(hold(8, one, NINE));
    }

    private void limit(int perDay) {
        Host maya = hosts.find(MAYA).orElseThrow();
        hosts.save(maya.with(maya.version(), maya.hours(), capped(perDay, null), true));
    }

    private static FindOpenings maya() {
        return new FindOpenings(new HostChoice.One(MAYA), LocalDate.parse("2027-01-12"), 1, CHICAGO);
    }

    private HoldDecision hold(int number, HostChoice choice, Instant start) {
        return handler.handle(new HoldCall(token(number), inquiryId(number), choice, start, CHICAGO));
    }

    private static Call held(HoldDecision decision) {
        assertThat(decision).isInstanceOf(HoldDecision.Held.class);
        return ((HoldDecision.Held) decision).call();
    }
}
