package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.answers;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldCall;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.CallType;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.testkit.SettableClock;

/** What {@link Calls} promises, whatever stores them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class CallsContract {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
    private static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    private static final Host MAYA_HOST = coordinator(MAYA, "Maya", everyDay("00:00", "00:00"));

    private Calls calls;

    /** Empty. */
    protected abstract Calls emptyCalls();

    /** What {@link #emptyCalls} gave last, as another instance of the service reaches it. */
    protected abstract Calls anotherInstance();

    /** Names of the events that left, in order. */
    protected abstract List<String> published();

    @BeforeEach
    void start_empty() {
        calls = emptyCalls();
    }

    @Test
    void what_is_saved_is_found_as_it_was() {
        Call held = hold(1, MAYA_HOST, NINE);
        assertThat(calls.save(held, List.of())).isEqualTo(Saving.SAVED);
        calls.decide(held.id(), call -> call.draft(token(1), answers("Zoë <b>"), NOW));
        Call found = calls.find(held.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(new CallState.Held(NOW.plus(Call.HOLD), false, answers("Zoë <b>")));
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("version", "state")
                .isEqualTo(held);
        assertThat(calls.heldBy(token(1))).isPresent();
        assertThat(calls.heldBy(token(2))).isEmpty();
    }

    @Test
    void the_second_write_on_one_version_is_stale() {
        calls.save(hold(1, MAYA_HOST, NINE), List.of());
        Call read = calls.find(token(1).callId()).orElseThrow();
        assertThat(calls.save(read, List.of())).isEqualTo(Saving.SAVED);
        assertThat(calls.save(read, List.of())).isEqualTo(Saving.STALE);
        assertThat(calls.save(hold(1, MAYA_HOST, NINE), List.of())).isEqualTo(Saving.STALE);
    }

    @Test
    void a_time_that_overlaps_is_taken_and_one_beside_it_is_not() {
        calls.save(hold(1, MAYA_HOST, NINE), List.of());
        assertThat(calls.save(hold(2, MAYA_HOST, NINE.plusSeconds(900)), List.of()))
                .isEqualTo(Saving.TAKEN);
        assertThat(calls.save(hold(3, MAYA_HOST, NINE.minusSeconds(900)), List.of()))
                .isEqualTo(Saving.TAKEN);
        assertThat(calls.save(hold(4, MAYA_HOST, NINE.plusSeconds(1800)), List.of()))
                .isEqualTo(Saving.SAVED);
        Host daniel = coordinator(DANIEL, "Daniel", everyDay("00:00", "00:00"));
        assertThat(calls.save(hold(5, daniel, NINE), List.of())).isEqualTo(Saving.SAVED);
        assertThat(calls.find(token(2).callId())).isEmpty();
    }

    @Test
    void a_cancelled_time_is_free_and_both_events_left_once() {
        calls.save(hold(1, MAYA_HOST, NINE), List.of());
        calls.decide(token(1).callId(), call -> call.book(token(1), CHICAGO, NOW));
        calls.decide(token(1).callId(), call -> call.book(token(1), CHICAGO, NOW));
        assertThat(calls.active(List.of(MAYA), day())).hasSize(1);
        calls.decide(token(1).callId(), call -> call.cancel(CancelReason.TIME_DOES_NOT_FIT, NOW));
        calls.decide(token(1).callId(), call -> call.cancel(CancelReason.TIME_DOES_NOT_FIT, NOW));
        assertThat(calls.active(List.of(MAYA), day())).isEmpty();
        assertThat(calls.save(hold(2, MAYA_HOST, NINE), List.of())).isEqualTo(Saving.SAVED);
        assertThat(published()).containsExactly("CallBooked", "CallCancelled");
    }

    @Test
    void who_claims_a_time_is_found_by_the_claim() {
        calls.save(hold(1, MAYA_HOST, NINE), List.of());
        assertThat(calls.claiming(hold(2, MAYA_HOST, NINE.plusSeconds(900)).claims()))
                .extracting(Call::id)
                .containsExactly(token(1).callId());
        assertThat(calls.claiming(hold(2, MAYA_HOST, NINE.plusSeconds(1800)).claims()))
                .isEmpty();
    }

    @Test
    void a_call_nobody_made_is_unknown() {
        assertThat(calls.decide(token(9).callId(), call -> call.lapse(NOW)))
                .isEqualTo(new CallDecision.Refused(CallRefusal.UNKNOWN_LINK));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_fifty_who_want_one_time_one_gets_it(boolean afterAHoldThatRanOut) throws Exception {
        Instant now = afterAHoldThatRanOut ? NOW.plus(Call.HOLD) : NOW;
        if (afterAHoldThatRanOut) {
            calls.save(hold(99, MAYA_HOST, NINE), List.of());
        }
        SettableClock clock = SettableClock.at(now);
        InMemoryHosts hosts = new InMemoryHosts(MAYA_HOST);
        InMemoryPractices practices = new InMemoryPractices();
        CyclicBarrier barrier = new CyclicBarrier(50);
        List<Callable<HoldDecision>> people = IntStream.rangeClosed(1, 50)
                .<Callable<HoldDecision>>mapToObj(number -> () -> {
                    FindOpeningsHandler openings = new FindOpeningsHandler(hosts, practices, calls, clock);
                    HoldCallHandler handler = new HoldCallHandler(hosts, practices, calls, openings, clock);
                    barrier.await();
                    return handler.handle(
                            new HoldCall(token(number), inquiryId(number), new HostChoice.One(MAYA), NINE, CHICAGO));
                })
                .toList();
        List<HoldDecision> decisions = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            for (Future<HoldDecision> decision : threads.invokeAll(people)) {
                decisions.add(decision.get());
            }
        }
        assertThat(decisions).filteredOn(HoldDecision.Held.class::isInstance).hasSize(1);
        assertThat(decisions)
                .filteredOn(HoldDecision.Taken.class::isInstance)
                .hasSize(49)
                .allSatisfy(taken ->
                        assertThat(((HoldDecision.Taken) taken).alternatives()).hasSize(3));
    }

    /** Overlap, not equality, with lengths and buffers of every kind. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_two_active_calls_of_a_host_overlap(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<HoldToken> holds = new ArrayList<>();
        for (int number = 1; number <= 60; number++) {
            Call call = anyHold(number, NINE, 600, random);
            boolean free = calls.active(List.of(MAYA), day()).stream()
                    .noneMatch(other -> rounded(other.blocked()).overlaps(rounded(call.blocked())));
            assertThat(calls.save(call, List.of()))
                    .as("seed %d, hold %d", seed, number)
                    .isEqualTo(free ? Saving.SAVED : Saving.TAKEN);
            if (free) {
                holds.add(token(number));
            }
            changeOne(calls, holds, random);
            noneOverlap(calls.active(List.of(MAYA), day()), seed);
        }
    }

    /**
     * Two people at each of two instances hold, book, cancel and release, eight times over, each time within the same two
     * hours. The seed fixes what they want; who comes first is left to the race.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_two_active_calls_of_a_host_overlap_when_two_instances_race(long seed) throws Exception {
        Calls elsewhere = anotherInstance();
        List<HoldToken> holds = new CopyOnWriteArrayList<>();
        SplittableRandom randoms = new SplittableRandom(seed);
        CyclicBarrier barrier = new CyclicBarrier(4);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 8; round++) {
                Instant from = NINE.plus(Duration.ofMinutes(75L * round));
                List<Callable<Integer>> people = new ArrayList<>();
                for (int person = 0; person < 4; person++) {
                    int first = 1 + (round * 4 + person) * 6;
                    Calls instance = person % 2 == 0 ? calls : elsewhere;
                    SplittableRandom random = randoms.split();
                    people.add(() -> {
                        barrier.await();
                        return holdAndChange(instance, first, from, holds, random);
                    });
                }
                for (Future<Integer> person : threads.invokeAll(people)) {
                    person.get();
                }
                noneOverlap(calls.active(List.of(MAYA), day()), seed);
            }
        }
        assertThat(holds).as("seed %d", seed).hasSizeBetween(8, 8 * 4 * 6 - 8);
        assertThat(elsewhere.active(List.of(MAYA), day()))
                .as("seed %d", seed)
                .isNotEmpty()
                .isEqualTo(calls.active(List.of(MAYA), day()));
    }

    /** @return how many of six holds were granted */
    private static int holdAndChange(
            Calls calls, int first, Instant from, List<HoldToken> holds, SplittableRandom random) {
        int granted = 0;
        for (int number = first; number < first + 6; number++) {
            if (calls.save(anyHold(number, from, 120, random), List.of()) == Saving.SAVED) {
                holds.add(token(number));
                granted++;
            }
            changeOne(calls, holds, random);
        }
        return granted;
    }

    /** A command to any of the calls so far, whoever made it and wherever it stands. */
    private static void changeOne(Calls calls, List<HoldToken> holds, SplittableRandom random) {
        if (holds.isEmpty()) {
            return;
        }
        HoldToken token = holds.get(random.nextInt(holds.size()));
        int command = random.nextInt(4);
        calls.decide(token.callId(), call -> switch (command) {
            case 0, 1 -> call.book(token, CHICAGO, NOW);
            case 2 -> call.cancel(CancelReason.TIME_DOES_NOT_FIT, NOW);
            default -> call.release(token, NOW);
        });
    }

    private static void noneOverlap(List<Call> active, long seed) {
        for (int one = 0; one < active.size(); one++) {
            for (int other = one + 1; other < active.size(); other++) {
                assertThat(active.get(one).blocked().overlaps(active.get(other).blocked()))
                        .as("seed %d: %s overlaps %s", seed, active.get(one), active.get(other))
                        .isFalse();
            }
        }
    }

    /** To the five minutes that are claimed. */
    private static Interval rounded(Interval interval) {
        long quantum = 300;
        return new Interval(
                Instant.ofEpochSecond(Math.floorDiv(interval.start().getEpochSecond(), quantum) * quantum),
                Instant.ofEpochSecond(Math.ceilDiv(interval.end().getEpochSecond(), quantum) * quantum));
    }

    /** Starts within {@code minutes} of {@code from}, on no grid. */
    private static Call anyHold(int number, Instant from, int minutes, SplittableRandom random) {
        CallTerms terms = new CallTerms(
                Duration.ofMinutes(random.nextInt(20)),
                Duration.ofMinutes(random.nextInt(20)),
                Duration.ofMinutes(5),
                Duration.ZERO,
                Duration.ofDays(21),
                Duration.ZERO,
                null,
                null);
        Host host = host(MAYA, "Maya", terms, everyDay("00:00", "00:00"));
        CallType type =
                new CallType("coordinator-call", Duration.ofMinutes(random.nextInt(1, 91)), HostRole.COORDINATOR, true);
        HostSchedule schedule = new HostSchedule(host, type, PracticeSettings.initial());
        Instant start = from.plus(Duration.ofMinutes(random.nextInt(minutes)));
        return Call.hold(token(number), inquiryId(number), schedule, start, CHICAGO, NOW);
    }

    private static Interval day() {
        return new Interval(NINE.minus(Duration.ofDays(1)), NINE.plus(Duration.ofDays(1)));
    }

    private static Call hold(int number, Host host, Instant start) {
        return Call.hold(token(number), inquiryId(number), schedule(host), start, CHICAGO, NOW);
    }
}
