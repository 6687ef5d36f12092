package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldCall;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.testkit.SettableClock;

/** That no two share a time, whatever stores the calls and however many instances of the service write them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class CallRacesContract {

    static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
    static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    static final Host MAYA_HOST = coordinator(MAYA, "Maya", everyDay("00:00", "00:00"));

    Calls calls;

    /** Empty. */
    protected abstract Calls emptyCalls();

    /** What {@link #emptyCalls} gave last, as another instance of the service reaches it. */
    protected abstract Calls anotherInstance();

    @BeforeEach
    void start_empty() {
        calls = emptyCalls();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pain_1_of_fifty_who_want_one_time_one_gets_it(boolean afterAHoldThatRanOut) throws Exception {
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
                    FindOpeningsHandler openings =
                            new FindOpeningsHandler(hosts, practices, calls, Diaries.empty(), clock);
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
    void pain_2_no_two_active_calls_of_a_host_overlap(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<HoldToken> holds = new ArrayList<>();
        for (int number = 1; number <= 60; number++) {
            Call call = DrawnCalls.anyHold(number, NINE, 600, random);
            boolean free = calls.active(List.of(MAYA), day()).stream()
                    .noneMatch(
                            other -> DrawnCalls.rounded(other.blocked()).overlaps(DrawnCalls.rounded(call.blocked())));
            assertThat(calls.save(call, List.of()))
                    .as("seed %d, hold %d", seed, number)
                    .isEqualTo(free ? Saving.SAVED : Saving.TAKEN);
            if (free) {
                holds.add(token(number));
            }
            DrawnCalls.changeOne(calls, holds, random);
            DrawnCalls.noneOverlap(calls.active(List.of(MAYA), day()), seed);
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
                        return DrawnCalls.holdAndChange(instance, first, from, holds, random);
                    });
                }
                for (Future<Integer> person : threads.invokeAll(people)) {
                    person.get();
                }
                DrawnCalls.noneOverlap(calls.active(List.of(MAYA), day()), seed);
            }
        }
        assertThat(holds).as("seed %d", seed).hasSizeBetween(8, 8 * 4 * 6 - 8);
        assertThat(elsewhere.active(List.of(MAYA), day()))
                .as("seed %d", seed)
                .isNotEmpty()
                .isEqualTo(calls.active(List.of(MAYA), day()));
    }

    static Interval day() {
        return new Interval(NINE.minus(Duration.ofDays(1)), NINE.plus(Duration.ofDays(1)));
    }

    static Call hold(int number, Host host, Instant start) {
        return Call.hold(token(number), inquiryId(number), schedule(host), start, CHICAGO, NOW);
    }
}
