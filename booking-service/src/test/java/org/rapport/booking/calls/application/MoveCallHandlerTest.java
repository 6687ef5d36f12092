package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.UNLIMITED;
import static org.rapport.booking.Examples.capped;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.MoveDecision;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.domain.Places;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.CallType;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MoveCallHandlerTest {

    private static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    private static final HostChoice HER = new HostChoice.One(MAYA);
    private static final CallId CALL = token(1).callId();

    private final SettableClock clock = SettableClock.at("2027-01-11T15:00:00Z");
    private final InMemoryHosts hosts = new InMemoryHosts(coordinator(MAYA, "Maya", everyDay("09:00", "11:00")));
    private final InMemoryPractices practices = new InMemoryPractices();
    private final InMemoryCalls calls = new InMemoryCalls();
    private final FindOpeningsHandler openings =
            new FindOpeningsHandler(hosts, practices, calls, Diaries.empty(), clock);
    private final HoldCallHandler hold = new HoldCallHandler(hosts, practices, calls, openings, clock);
    private final BookCallHandler book = new BookCallHandler(calls, new InMemoryInquiries(), UNLIMITED, clock);
    private final MoveCallHandler handler = new MoveCallHandler(hosts, practices, calls, openings, clock);

    @BeforeEach
    void somebody_has_nine_o_clock() {
        hold(1, NINE);
        book.handle(new BookCall(token(1), person("Alex")));
    }

    @Test
    void the_call_has_the_new_time_and_the_old_can_be_had_at_once() {
        assertThat(moved(NINE.plusSeconds(3600)).time().start()).isEqualTo(NINE.plusSeconds(3600));
        assertThat(hold(2, NINE)).isInstanceOf(HoldDecision.Held.class);
        assertThat(calls.events()).hasSize(2).last().isInstanceOf(CallEvent.CallMoved.class);
    }

    @Test
    void sent_twice_it_is_one_move() {
        moved(NINE.plusSeconds(3600));
        assertThat(moved(NINE.plusSeconds(3600)).revision()).isEqualTo(1);
        assertThat(calls.events()).hasSize(2);
    }

    @Test
    void a_time_that_is_taken_leaves_the_call_where_it_was_and_names_the_nearest() {
        hold(2, NINE.plusSeconds(3600));
        MoveDecision decision = move(NINE.plusSeconds(3600));
        assertThat(decision).isInstanceOf(MoveDecision.Taken.class);
        assertThat(((MoveDecision.Taken) decision).alternatives())
                .extracting(Opening::start)
                .containsExactly(NINE.plusSeconds(15 * 60), NINE.plusSeconds(30 * 60), NINE.plusSeconds(90 * 60));
        assertThat(calls.find(CALL).orElseThrow().time().start()).isEqualTo(NINE);
        assertThat(calls.events()).hasSize(1);
    }

    @Test
    void a_hold_that_ran_out_is_in_nobodys_way() {
        hold(2, NINE.plusSeconds(3600));
        clock.advance(Call.HOLD);
        assertThat(moved(NINE.plusSeconds(3600)).revision()).isEqualTo(1);
    }

    @Test
    void its_own_time_is_not_in_its_way() {
        assertThat(moved(NINE.plusSeconds(15 * 60)).revision()).isEqualTo(1);
    }

    @Test
    void what_is_not_offered_and_what_cannot_be_moved_is_refused_by_name() {
        assertThat(move(NINE.plusSeconds(60))).isEqualTo(new MoveDecision.NotOffered(NotOpen.OFF_GRID));
        assertThat(move(NINE.minus(Duration.ofHours(1)))).isEqualTo(new MoveDecision.NotOffered(NotOpen.OUTSIDE_HOURS));
        assertThat(handler.handle(new MoveCall(token(9).callId(), NINE, Mover.CLIENT, null)))
                .isEqualTo(new MoveDecision.Refused(CallRefusal.UNKNOWN_LINK));
        assertThat(handler.handle(new MoveCall(CALL, NINE.plusSeconds(3600), Mover.CLIENT, 7)))
                .isEqualTo(new MoveDecision.Refused(CallRefusal.CALL_CHANGED));
        clock.set(NINE);
        assertThat(move(NINE.plusSeconds(3600))).isEqualTo(new MoveDecision.Refused(CallRefusal.TOO_LATE));
    }

    /** What is shown can be had, before a move and after each: nothing a move frees stays blocked, nothing it takes stays shown. */
    @Test
    void pain_8_every_time_shown_after_a_move_can_be_moved_to_and_held() {
        int number = 100;
        for (Opening next : openings.handle(tuesday(), calls.find(CALL).orElseThrow())) {
            assertThat(moved(next.start()).time()).isEqualTo(next.time());
            for (Opening shown : openings.handle(tuesday())) {
                number++;
                assertThat(hold(number, shown.start()))
                        .as("%s beside %s", shown, next)
                        .isInstanceOf(HoldDecision.Held.class);
                new ReleaseHoldHandler(calls, clock).handle(new ReleaseHold(token(number)));
            }
        }
        assertThat(number).isGreaterThan(120);
    }

    @Test
    void it_is_as_long_as_its_type_says_now_and_as_it_was_where_its_type_has_gone() {
        onlyTypes("coordinator-call", 30);
        assertThat(shownLength()).isEqualTo(Duration.ofMinutes(30));
        assertThat(length(moved(NINE.plusSeconds(3600)).time())).isEqualTo(Duration.ofMinutes(30));
        onlyTypes("welcome-call", 50);
        assertThat(shownLength()).isEqualTo(Duration.ofMinutes(30));
        assertThat(length(moved(NINE).time())).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void a_limit_of_the_day_it_moves_to_counts_the_calls_that_were_there_before_the_limit() {
        Instant wednesday = NINE.plus(Duration.ofDays(1));
        hold(2, wednesday);
        hold(3, wednesday.plusSeconds(1800));
        Host maya = hosts.find(MAYA).orElseThrow();
        hosts.save(maya.with(maya.version(), maya.hours(), capped(2, 3), true));
        assertThat(move(wednesday.plusSeconds(3600))).isEqualTo(new MoveDecision.NotOffered(NotOpen.DAY_FULL));
        assertThat(moved(NINE.plusSeconds(3600)).places()).isEqualTo(new Places(1, 1));
        new ReleaseHoldHandler(calls, clock).handle(new ReleaseHold(token(3)));
        assertThat(moved(wednesday.plusSeconds(3600)).places()).isEqualTo(new Places(1, 1));
    }

    @Test
    void the_time_of_ones_own_other_call_is_not_named_as_the_nearest() {
        hosts.save(coordinator(DANIEL, "Daniel", everyDay("09:00", "11:00")));
        Instant ten = NINE.plusSeconds(3600);
        hold.handle(new HoldCall(token(2), inquiryId(2), new HostChoice.One(DANIEL), ten, CHICAGO));
        book.handle(new BookCall(token(2), person("Alex")));
        assertThat(move(ten)).as("not confirmed, it is in nobody's way").isInstanceOf(MoveDecision.Moved.class);
        move(NINE);
        new ConfirmCallHandler(calls, clock).handle(new ConfirmCall(token(2).callId()));
        MoveDecision decision = move(ten);
        assertThat(decision).isInstanceOf(MoveDecision.Taken.class);
        assertThat(((MoveDecision.Taken) decision).alternatives())
                .extracting(Opening::start)
                .hasSize(3)
                .doesNotContain(ten, ten.minusSeconds(900), ten.plusSeconds(900));
    }

    private void onlyTypes(String code, int minutes) {
        practices.save(new PracticeSettings(
                practices.current().version(),
                List.of(),
                List.of(
                        new CallType(code, Duration.ofMinutes(minutes), HostRole.COORDINATOR, true),
                        new CallType("therapist-call", Duration.ofMinutes(15), HostRole.THERAPIST, true))));
    }

    private Duration shownLength() {
        return length(openings.handle(tuesday(), calls.find(CALL).orElseThrow())
                .getFirst()
                .time());
    }

    private static Duration length(Interval time) {
        return Duration.between(time.start(), time.end());
    }

    private static FindOpenings tuesday() {
        return new FindOpenings(HER, LocalDate.parse("2027-01-12"), 1, CHICAGO);
    }

    private HoldDecision hold(int number, Instant start) {
        return hold.handle(new HoldCall(token(number), inquiryId(number), HER, start, CHICAGO));
    }

    private MoveDecision move(Instant start) {
        return handler.handle(new MoveCall(CALL, start, Mover.CLIENT, null));
    }

    private Call moved(Instant start) {
        MoveDecision decision = move(start);
        assertThat(decision).isInstanceOf(MoveDecision.Moved.class);
        return ((MoveDecision.Moved) decision).call();
    }
}
