package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.host;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.token;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.booking.calls.domain.AskedRule;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.DateHours;
import org.rapport.booking.hosts.domain.Holiday;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.Leave;
import org.rapport.booking.hosts.domain.LocalSpan;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.WorkingSpan;
import org.rapport.testkit.SettableClock;

/** Any hours, dates, leaves, holidays and terms, in many zones, around both nights the clocks change. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningsPropertyTest {

    private static final List<String> ZONES = List.of(
            "America/Chicago", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Auckland", "UTC");

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 60);
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
            zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            List<String> dates = List.of("2027-03-12", "2027-04-02", "2027-10-01", "2027-11-05", "2027-06-10");
            from = LocalDate.parse(dates.get(random.nextInt(dates.size())));
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
            Host host = host(MAYA, "Maya", zone, anyTerms(), anyHours());
            InMemoryHosts hosts = new InMemoryHosts(host);
            findOpenings = new FindOpeningsHandler(hosts, practices, calls, Diaries.empty(), clock);
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

        private CallTerms anyTerms() {
            return new CallTerms(
                    Duration.ofMinutes(random.nextInt(20)),
                    Duration.ofMinutes(random.nextInt(20)),
                    Duration.ofMinutes(5L * random.nextInt(1, 13)),
                    Duration.ofMinutes(random.nextInt(600)),
                    Duration.ofHours(random.nextInt(24, 24 * 10)),
                    Duration.ZERO,
                    random.nextInt(3) == 0 ? random.nextInt(1, 4) : null,
                    random.nextInt(3) == 0 ? random.nextInt(1, 6) : null);
        }

        private HostHours anyHours() {
            List<WorkingSpan> week = new ArrayList<>();
            for (DayOfWeek day : DayOfWeek.values()) {
                anySpans().forEach(span -> week.add(new WorkingSpan(day, span)));
            }
            List<DateHours> dates = random.nextInt(2) == 0
                    ? List.of()
                    : List.of(new DateHours(from.plusDays(random.nextInt(5)), anySpans()));
            LocalDate away = from.plusDays(random.nextInt(5));
            List<Leave> leaves = random.nextInt(3) > 0 ? List.of() : List.of(new Leave(away, away.plusDays(1), null));
            return new HostHours(week, dates, leaves);
        }

        private List<LocalSpan> anySpans() {
            List<LocalSpan> spans = new ArrayList<>();
            for (int count = random.nextInt(3); count > 0; count--) {
                int from = random.nextInt(0, 1_380);
                int until = random.nextInt(from + 1, 1_441);
                spans.add(new LocalSpan(time(from), time(until)));
            }
            return spans;
        }

        private static LocalTime time(int minute) {
            return LocalTime.MIDNIGHT.plusMinutes(minute % 1_440);
        }
    }
}
