package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.CurrentPractice;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.testkit.SettableClock;

/** News in any order, and what happens while there are none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningsIndexTest {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
    private static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    private static final Host MAYA_HOST = coordinator(MAYA, "Maya", everyDay("09:00", "10:00"));

    private final SettableClock clock = SettableClock.at(NOW.toString());
    private final InMemoryHosts hosts = new InMemoryHosts(MAYA_HOST);
    private final InMemoryPractices practices = new InMemoryPractices();
    private final InMemoryCalls stored = new InMemoryCalls();
    private final OpeningsIndex index = new OpeningsIndex();
    private final Calls here = new IndexedCalls(stored, index);
    private final IndexUpkeep upkeep = new IndexUpkeep(index, hosts, practices, stored, clock);
    private final FindOpeningsHandler openings =
            new FindOpeningsHandler(hosts, practices, stored, index, Diaries.empty(), clock);

    @BeforeEach
    void load() {
        upkeep.load();
    }

    @Test
    void what_is_written_here_is_seen_at_once() {
        hold(here);
        assertThat(starts()).doesNotContain(NINE);
        here.decide(token(1).callId(), call -> call.release(token(1), NOW));
        assertThat(starts()).contains(NINE);
    }

    @Test
    void a_hold_that_runs_out_is_open_again_without_news() {
        hold(here);
        clock.advance(Call.HOLD.minusSeconds(1));
        // A look finds nothing new; it only keeps the index trusted.
        upkeep.look();
        assertThat(starts()).doesNotContain(NINE);
        clock.advance(Duration.ofSeconds(1));
        assertThat(starts()).contains(NINE);
    }

    @Test
    void what_is_read_late_undoes_nothing() {
        hold(here);
        Call held = stored.find(token(1).callId()).orElseThrow();
        here.decide(held.id(), call -> call.release(token(1), NOW));
        index.put(held, held.version());
        assertThat(starts()).contains(NINE);
    }

    @Test
    void a_reading_that_began_before_a_write_does_not_undo_it() {
        long before = index.readFrom();
        hold(here);
        index.replace(List.of(MAYA), List.of(), before, NOW);
        assertThat(starts()).doesNotContain(NINE);
        index.replace(List.of(MAYA), List.of(), index.readFrom(), NOW);
        assertThat(starts()).contains(NINE);
    }

    @Test
    void holds_of_another_instance_and_their_end_are_seen_at_the_next_look() {
        // So many hosts that Maya's calls are not read with every look.
        for (int number = 0; number < 60; number++) {
            hosts.save(coordinator(new HostId(new UUID(7, number)), "A" + number));
        }
        upkeep.load();
        upkeep.look();
        hold(stored);
        assertThat(starts()).contains(NINE);
        upkeep.look();
        assertThat(starts()).doesNotContain(NINE);
        stored.decide(token(1).callId(), call -> call.release(token(1), NOW));
        upkeep.look();
        assertThat(starts()).contains(NINE);
    }

    @Test
    void what_no_news_told_is_mended_by_the_round() {
        hold(stored);
        stored.decide(token(1).callId(), call -> call.book(token(1), CHICAGO, List.of(), NOW));
        assertThat(starts()).contains(NINE);
        upkeep.look();
        assertThat(starts()).doesNotContain(NINE);
        stored.decide(token(1).callId(), call -> call.cancel(CancelReason.TIME_DOES_NOT_FIT, NOW));
        upkeep.look();
        assertThat(starts()).contains(NINE);
    }

    @Test
    void what_was_not_compared_for_long_is_not_asked() {
        hold(stored);
        assertThat(index.isTrusted(clock.instant())).isTrue();
        clock.advance(Duration.ofMinutes(3));
        assertThat(index.isTrusted(clock.instant())).isFalse();
        assertThat(starts()).as("from the store").doesNotContain(NINE);
    }

    @Test
    void days_go_by_and_the_horizon_goes_with_them() {
        clock.advance(Duration.ofDays(40));
        upkeep.look();
        Instant last = clock.instant().plus(MAYA_HOST.terms().horizon());
        assertThat(starts()).isNotEmpty().allMatch(start -> !start.isAfter(last));
        assertThat(starts().getLast()).isAfter(last.minus(Duration.ofDays(1)));
    }

    @Test
    void a_new_host_is_known_when_somebody_says_so() {
        hosts.save(coordinator(DANIEL, "Daniel", everyDay("11:00", "12:00")));
        assertThat(starts()).noneMatch(Instant.parse("2027-01-12T17:00:00Z")::equals);
        upkeep.settingsChanged();
        assertThat(starts()).contains(Instant.parse("2027-01-12T17:00:00Z"));
    }

    @Test
    void while_it_is_trusted_a_hold_asks_the_store_for_nothing_before_it_writes() {
        hosts.save(coordinator(DANIEL, "Daniel", everyDay("09:00", "10:00")));
        upkeep.load();
        List<String> asked = new ArrayList<>();
        Calls calls = noting(Calls.class, here, asked);
        Remembered remembered = new Remembered(
                index,
                noting(HostDirectory.class, hosts, asked),
                noting(CurrentPractice.class, practices, asked),
                clock);
        FindOpeningsHandler find =
                new FindOpeningsHandler(remembered, remembered, calls, index, Diaries.empty(), clock);
        HoldCallHandler hold = new HoldCallHandler(remembered, remembered, calls, find, clock);

        HoldCall anybody =
                new HoldCall(token(1), inquiryId(1), new HostChoice.AnyCoordinator(), NINE, ZoneId.of("UTC"));
        assertThat(hold.handle(anybody)).isInstanceOf(HoldDecision.Held.class);
        assertThat(asked).containsExactly("save");

        clock.advance(Duration.ofMinutes(3));
        hold.handle(new HoldCall(token(2), inquiryId(2), new HostChoice.AnyCoordinator(), NINE, ZoneId.of("UTC")));
        assertThat(asked).as("no longer trusted").contains("all", "current", "active");
    }

    private static <T> T noting(Class<T> port, T kept, List<String> asked) {
        InvocationHandler handler = (_, method, arguments) -> {
            asked.add(method.getName());
            return method.invoke(kept, arguments);
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private static void hold(Calls calls) {
        calls.save(Call.hold(token(1), inquiryId(1), schedule(MAYA_HOST), NINE, CHICAGO, NOW), List.of());
    }

    private List<Instant> starts() {
        return openings
                .handle(new FindOpenings(
                        new HostChoice.AnyCoordinator(),
                        LocalDate.ofInstant(clock.instant(), CHICAGO),
                        FindOpenings.MOST_DAYS,
                        CHICAGO))
                .stream()
                .map(Opening::start)
                .toList();
    }
}
