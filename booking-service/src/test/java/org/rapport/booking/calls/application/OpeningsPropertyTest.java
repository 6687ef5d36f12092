package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.booking.calls.domain.AskedRule;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.Holiday;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.testkit.SettableClock;

/** Any hours, dates, leaves, holidays and terms, in many zones, around both nights the clocks change. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningsPropertyTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 60);
    }

    @Test
    void many_seeds_show_something() {
        List<Integer> shown = seeds().mapToObj(seed -> {
                    Practice practice = new Practice(seed);
                    practice.somebodyBooks(4);
                    return practice.shown().size();
                })
                .toList();
        assertThat(shown).filteredOn(openings -> openings > 0).hasSizeGreaterThanOrEqualTo(20);
        assertThat(shown.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pain_8_every_opening_shown_can_be_held_when_alone(int seed) {
        Practice practice = new Practice(seed);
        practice.somebodyBooks(4);
        List<Opening> shown = practice.shown();
        int number = 100;
        for (Opening opening : shown) {
            HoldDecision decision = practice.hold(++number, opening.start());
            assertThat(decision).as("seed %d, %s", seed, opening).isInstanceOf(HoldDecision.Held.class);
            practice.releaseHold.handle(new ReleaseHold(token(number)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_shown_has_no_reason_against_it_and_what_is_not_has_one(int seed) {
        Practice practice = new Practice(seed);
        practice.somebodyBooks(4);
        Set<Instant> shown = practice.shown().stream().map(Opening::start).collect(Collectors.toSet());
        Instant first = practice.from.atStartOfDay(practice.zone).toInstant();
        Instant behindLast =
                practice.from.plusDays(5).atStartOfDay(practice.zone).toInstant();
        for (Instant start = first; start.isBefore(behindLast); start = start.plus(Duration.ofMinutes(5))) {
            Explanation why =
                    practice.explain.handle(new ExplainOpening(MAYA, start)).orElseThrow();
            assertThat(why.isOffered()).as("seed %d, %s", seed, start).isEqualTo(shown.contains(start));
            assertThat(why.rules())
                    .filteredOn(rule -> rule.answer() == AskedRule.Answer.BROKEN)
                    .hasSize(why.isOffered() ? 0 : 1);
        }
    }

    private static final class Practice {

        private final SplittableRandom random;
        private final ZoneId zone;
        private final LocalDate from;
        private final InMemoryCalls calls = new InMemoryCalls();
        private final FindOpeningsHandler findOpenings;
        private final HoldCallHandler holdCall;
        private final ReleaseHoldHandler releaseHold;
        private final ExplainOpeningHandler explain;

        Practice(long seed) {
            random = new SplittableRandom(seed);
            zone = DrawnHosts.anyZone(random);
            from = DrawnHosts.anyDate(random);
            Instant now = from.atStartOfDay(zone)
                    .toInstant()
                    .minus(Duration.ofMinutes(random.nextInt(3_000)))
                    .plus(Duration.ofMinutes(random.nextInt(1_500)));
            SettableClock clock = SettableClock.at(now);
            InMemoryPractices practices = new InMemoryPractices();
            practices.save(new PracticeSettings(
                    0,
                    List.of(new Holiday(from.plusDays(random.nextInt(5)), "Feast")),
                    practices.current().callTypes()));
            Host host = DrawnHosts.host(MAYA, "Maya", zone, from, random);
            InMemoryHosts hosts = new InMemoryHosts(host);
            findOpenings = new FindOpeningsHandler(hosts, practices, calls, clock);
            holdCall = new HoldCallHandler(hosts, practices, calls, findOpenings, clock);
            releaseHold = new ReleaseHoldHandler(calls, clock);
            explain = new ExplainOpeningHandler(hosts, practices, findOpenings, clock);
        }

        List<Opening> shown() {
            return findOpenings.handle(new FindOpenings(new HostChoice.One(MAYA), from, 5, zone));
        }

        HoldDecision hold(int number, Instant start) {
            return holdCall.handle(
                    new HoldCall(token(number), inquiryId(number), new HostChoice.One(MAYA), start, zone));
        }

        void somebodyBooks(int times) {
            for (int number = 1; number <= times; number++) {
                List<Opening> open = shown();
                if (!open.isEmpty()) {
                    hold(number, open.get(random.nextInt(open.size())).start());
                }
            }
        }
    }
}
