package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.TERMS;
import static org.rapport.booking.Examples.capped;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.TakenCall;
import org.rapport.booking.calls.domain.Turns;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.Leave;
import org.rapport.testkit.SettableClock;

/**
 * Ten thousand people ask for any coordinator, one after the other or up to three at the very same moment, who then see the
 * same calls. One coordinator has a cap, one is away three times, one is only chosen by name; some people give the time back.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PoolSimulationTest {

    private static final int BOOKINGS = 10_000;
    private static final int CAP = 2;
    private static final LocalDate FIRST = LocalDate.parse("2027-01-11");
    private static final List<Leave> AWAY = List.of(
            new Leave(LocalDate.parse("2027-02-01"), LocalDate.parse("2027-03-15"), null),
            new Leave(LocalDate.parse("2027-09-06"), LocalDate.parse("2027-10-18"), null),
            new Leave(LocalDate.parse("2028-03-06"), LocalDate.parse("2028-04-17"), null));

    private static final Host LIGHT = coordinator(1, 1, List.of());
    private static final Host DOUBLE = coordinator(2, 2, List.of());
    private static final Host TRIPLE = coordinator(3, 3, List.of());
    private static final Host CAPPED = host(id(4), "Host 4", capped(CAP, null), everyDay("08:00", "20:00"));
    private static final Host OFTEN_AWAY = coordinator(5, 1, AWAY);
    private static final Host BY_NAME = coordinator(6, 0, List.of());
    private static final List<Host> ALWAYS_THERE = List.of(LIGHT, DOUBLE, TRIPLE);

    private final SettableClock clock =
            SettableClock.at(FIRST.atTime(8, 0).atZone(CHICAGO).toInstant());
    private final InMemoryCalls calls = new InMemoryCalls();
    private final InMemoryHosts hosts = new InMemoryHosts(LIGHT, DOUBLE, TRIPLE, CAPPED, OFTEN_AWAY, BY_NAME);
    private final InMemoryPractices practices = new InMemoryPractices();
    private final Map<HostId, Integer> given = new HashMap<>();
    private int number;

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 3"})
    void pain_21_ten_thousand_calls_are_shared_by_weight_whoever_is_away_full_or_quicker(long seed, int racers) {
        SplittableRandom random = new SplittableRandom(seed);
        List<HoldDecision.Held> lately = new ArrayList<>();
        while (number < BOOKINGS) {
            clock.advance(Duration.ofMinutes(random.nextInt(60, 300)));
            Calls seen = new AsSeenNow();
            int atOnce = random.nextInt(4) == 0 ? racers : 1;
            for (int racer = 0; racer < atOnce; racer++) {
                lately.addAll(ask(seen, random));
            }
            if (random.nextInt(12) == 0 && !lately.isEmpty()) {
                giveBack(lately.removeLast());
            }
            sharesAreWithinTheBound(seed, racers);
        }
        noneIsAwayAndNoneAboveTheCap();
        int weights = ALWAYS_THERE.stream().mapToInt(Host::weight).sum();
        int all = ALWAYS_THERE.stream().mapToInt(this::given).sum();
        for (Host host : ALWAYS_THERE) {
            assertThat((double) given(host) / all)
                    .as("seed %d, %s", seed, host.name())
                    .isCloseTo((double) host.weight() / weights, within(0.01));
        }
        assertThat(given(BY_NAME)).isZero();
        assertThat(given(OFTEN_AWAY)).isGreaterThan(given(LIGHT) / 2).isLessThan(given(LIGHT) * 11 / 10);
    }

    /** Between those who could take all the same calls; the ones chosen by name are theirs too. */
    private void sharesAreWithinTheBound(long seed, int racers) {
        Instant now = clock.instant();
        List<TakenCall> lately = taken(now);
        List<Double> shares = ALWAYS_THERE.stream()
                .map(host -> (double) lately.stream()
                                .filter(call -> call.host().equals(host.id()))
                                .count()
                        / host.weight())
                .toList();
        double apart = shares.stream().mapToDouble(share -> share).max().orElseThrow()
                - shares.stream().mapToDouble(share -> share).min().orElseThrow();
        assertThat(apart).as("seed %d, %s", seed, now).isLessThanOrEqualTo(Turns.FAIRNESS_BOUND + 2.0 * (racers - 1));
    }

    private List<HoldDecision.Held> ask(Calls seen, SplittableRandom random) {
        number++;
        Instant start = FIRST.plusDays(
                        Duration.between(FIRST.atStartOfDay(CHICAGO).toInstant(), clock.instant())
                                .toDays())
                .plusDays(random.nextInt(1, 6))
                .atTime(8, 0)
                .plusMinutes(15L * random.nextInt(46))
                .atZone(CHICAGO)
                .toInstant();
        HostChoice choice = new HostChoice.AnyCoordinator();
        HoldDecision decision = new HoldCallHandler(
                        hosts,
                        practices,
                        seen,
                        new FindOpeningsHandler(hosts, practices, seen, Diaries.empty(), clock),
                        clock)
                .handle(new HoldCall(token(number), inquiryId(number), choice, start, CHICAGO));
        if (!(decision instanceof HoldDecision.Held held)) {
            return List.of();
        }
        given.merge(held.call().hostId(), 1, Integer::sum);
        calls.decide(held.call().id(), call -> call.book(token(number), CHICAGO, List.of(), clock.instant()));
        return List.of(held);
    }

    private void giveBack(HoldDecision.Held held) {
        calls.decide(held.call().id(), call -> call.cancel(CancelReason.PREFER_NOT_TO_SAY, clock.instant()));
        given.merge(held.call().hostId(), -1, Integer::sum);
    }

    private void noneIsAwayAndNoneAboveTheCap() {
        Map<LocalDate, Integer> ofCapped = new HashMap<>();
        for (Call call : calls.active(hosts.all().stream().map(Host::id).toList(), everything())) {
            LocalDate date = LocalDate.ofInstant(call.time().start(), CHICAGO);
            if (call.hostId().equals(OFTEN_AWAY.id())) {
                assertThat(AWAY).noneMatch(leave -> leave.covers(date));
            }
            if (call.hostId().equals(CAPPED.id())) {
                assertThat(ofCapped.merge(date, 1, Integer::sum)).isLessThanOrEqualTo(CAP);
            }
        }
        assertThat(ofCapped).isNotEmpty();
    }

    private List<TakenCall> taken(Instant now) {
        Instant since = now.minus(Turns.LATELY);
        return calls
                .active(
                        ALWAYS_THERE.stream().map(Host::id).toList(),
                        new Interval(since, now.plus(Duration.ofDays(10))))
                .stream()
                .flatMap(call -> TakenCall.of(call, now).stream())
                .filter(call -> !call.at().isBefore(since))
                .toList();
    }

    private static Interval everything() {
        return new Interval(Instant.EPOCH, Instant.parse("2037-01-01T00:00:00Z"));
    }

    private int given(Host host) {
        return given.getOrDefault(host.id(), 0);
    }

    private static Host coordinator(int number, int weight, List<Leave> leaves) {
        HostHours hours = new HostHours(List.of(everyDay("08:00", "20:00")), List.of(), leaves);
        return host(id(number), "Host " + number, CHICAGO, TERMS, hours).weighing(weight);
    }

    private static HostId id(int number) {
        return new HostId(new UUID(5, number));
    }

    /** Lists calls as they were when it was made, while others go on writing. */
    private final class AsSeenNow implements ForwardedCalls {

        private final List<Call> then = calls.active(
                hosts.all().stream().map(Host::id).toList(),
                new Interval(
                        clock.instant().minus(Duration.ofDays(9)),
                        clock.instant().plus(Duration.ofDays(10))));

        @Override
        public Calls calls() {
            return calls;
        }

        @Override
        public List<Call> active(Collection<HostId> of, Interval range) {
            return then.stream()
                    .filter(call -> of.contains(call.hostId()))
                    .filter(call -> !call.time().start().isBefore(range.start())
                            && call.time().start().isBefore(range.end()))
                    .toList();
        }
    }
}
