package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.coordinator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnsTest {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");

    private final List<TakenCall> taken = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 200);
    }

    @Test
    void who_had_the_fewest_calls_for_their_weight_is_next() {
        List<Host> pool = pool(1, 3);
        take(pool.get(0), pool.get(1), pool.get(1));
        assertThat(next(pool)).isEqualTo(pool.get(1));
        take(pool.get(1), pool.get(1));
        assertThat(next(pool)).isEqualTo(pool.get(0));
    }

    @Test
    void of_those_who_are_level_the_one_whose_last_call_is_longest_ago_is_next() {
        List<Host> pool = pool(1, 1, 1);
        take(pool.get(2), pool.get(0), pool.get(1));
        assertThat(turns(pool)).extracting(Turn::host).containsExactly(pool.get(2), pool.get(0), pool.get(1));
    }

    @Test
    void who_comes_back_catches_up_but_does_not_get_everything() {
        List<Host> pool = pool(1, 1, 1);
        for (int round = 0; round < 10; round++) {
            take(pool.get(0), pool.get(1));
        }
        int caughtUp = 0;
        for (int call = 0; call < 20; call++) {
            Host host = next(pool);
            caughtUp += host.equals(pool.get(2)) ? 1 : 0;
            take(host);
        }
        assertThat(caughtUp).isEqualTo(10);
        assertThat(turns(pool)).filteredOn(Turn::waits).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void who_had_their_calls_in_a_row_is_still_picked_when_nobody_else_is_there() {
        List<Host> pool = pool(1, 1);
        take(pool.get(0), pool.get(0));
        List<Host> alone = List.of(pool.get(0));
        assertThat(turns(alone))
                .singleElement()
                .satisfies(turn -> assertThat(turn.waits()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void asked_for_one_after_the_other_nobody_is_further_ahead_than_two_calls(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Host> pool =
                pool(random.ints(random.nextInt(2, 9), 1, Host.MOST_WEIGHT + 1).toArray());
        for (int call = 0; call < 300; call++) {
            take(next(pool));
            List<Turn> turns = turns(pool);
            double most = turns.stream().mapToDouble(TurnsTest::forWeight).max().orElseThrow();
            double fewest =
                    turns.stream().mapToDouble(TurnsTest::forWeight).min().orElseThrow();
            assertThat(most - fewest).as("seed %d, call %d", seed, call).isLessThanOrEqualTo(2);
        }
    }

    private static double forWeight(Turn turn) {
        return (double) turn.calls() / turn.host().weight();
    }

    private Host next(List<Host> pool) {
        return turns(pool).getFirst().host();
    }

    private List<Turn> turns(List<Host> pool) {
        return Turns.of(pool.stream()
                .map(host -> new Tally(
                        host,
                        taken.stream()
                                .filter(call -> call.host().equals(host.id()))
                                .map(TakenCall::at)
                                .toList()))
                .toList());
    }

    private void take(Host... hosts) {
        for (Host host : hosts) {
            taken.add(new TakenCall(host.id(), NOW.plus(Duration.ofMinutes(taken.size()))));
        }
    }

    private static List<Host> pool(int... weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(number -> coordinator(new HostId(new UUID(7, number)), "Host " + number)
                        .weighing(weights[number]))
                .toList();
    }
}
