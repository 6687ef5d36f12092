package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.CallType;
import org.rapport.booking.hosts.domain.Holiday;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Leave;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.testkit.SettableClock;

/** The index says what the rules say of what is stored, whatever is written by whom, whatever the clock does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningsIndexPropertyTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_index_and_the_rules_agree(int seed) {
        Practice practice = new Practice(seed);
        practice.upkeep.load();
        practice.agrees("loaded");
        for (int step = 1; step <= 20; step++) {
            practice.agrees("step " + step + ": " + practice.change());
        }
    }

    private static final class Practice {

        private final long seed;
        private final SplittableRandom random;
        private final LocalDate from;
        private final SettableClock clock;
        private final InMemoryCalls stored = new InMemoryCalls();
        private final InMemoryPractices practices = new InMemoryPractices();
        private final InMemoryHosts hosts = new InMemoryHosts();
        private final OpeningsIndex index = new OpeningsIndex();
        private final Calls here = new IndexedCalls(stored, index);
        private final IndexUpkeep upkeep;
        private final FindOpeningsHandler byRules;
        private final FindOpeningsHandler byIndex;
        private final List<HostId> ids = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();

        Practice(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            from = DrawnHosts.anyDate(random);
            ZoneId zone = DrawnHosts.anyZone(random);
            clock = SettableClock.at(from.atStartOfDay(zone)
                    .toInstant()
                    .minusSeconds(random.nextInt(90_000))
                    .toString());
            saveSettings();
            for (int number = 0; number < 3; number++) {
                HostId id = new HostId(new UUID(9, number));
                ids.add(id);
                hosts.save(DrawnHosts.host(id, "Host " + number, DrawnHosts.anyZone(random), from, random));
            }
            upkeep = new IndexUpkeep(index, hosts, practices, stored, clock);
            byRules = new FindOpeningsHandler(hosts, practices, stored, Diaries.empty(), clock);
            byIndex = new FindOpeningsHandler(hosts, practices, stored, index, Diaries.empty(), clock);
        }

        String change() {
            int what = random.nextInt(14);
            switch (what) {
                case 0, 1, 2, 3, 4 -> hold(here);
                case 5, 6 -> {
                    hold(stored);
                    upkeep.look();
                }
                case 7, 8 -> decide(here);
                case 9, 10 -> {
                    CallId changed = decide(stored);
                    upkeep.heard(changed);
                    upkeep.heard(changed);
                }
                case 11 -> clock.advance(Duration.ofMinutes(random.nextInt(1, 3_000)));
                case 12 -> {
                    Host host = hosts.all().get(random.nextInt(ids.size()));
                    hosts.save(host.with(
                            host.version(),
                            withLeave(DrawnHosts.anyHours(from, random)),
                            DrawnHosts.anyTerms(random),
                            random.nextInt(4) > 0));
                    upkeep.settingsChanged();
                }
                default -> {
                    saveSettings();
                    upkeep.look();
                }
            }
            return "change " + what;
        }

        /** Another hour, another host: one host of five looks after another's leave. */
        private HostHours withLeave(HostHours hours) {
            LocalDate away = from.plusDays(random.nextInt(5));
            return random.nextInt(2) == 0
                    ? hours
                    : new HostHours(
                            hours.week(),
                            hours.dates(),
                            List.of(new Leave(away, away.plusDays(2), ids.get(random.nextInt(ids.size())))));
        }

        private void saveSettings() {
            PracticeSettings now = practices.current();
            practices.save(new PracticeSettings(
                    now.version(),
                    List.of(new Holiday(from.plusDays(random.nextInt(5)), "Feast")),
                    List.of(
                            new CallType("short", minutes(1, 90), HostRole.COORDINATOR, true),
                            new CallType("other", minutes(1, 90), HostRole.COORDINATOR, false),
                            new CallType("long", minutes(1, 90), HostRole.THERAPIST, true))));
        }

        private Duration minutes(int least, int most) {
            return Duration.ofMinutes(random.nextInt(least, most));
        }

        private void hold(Calls calls) {
            List<Opening> open = byRules.handle(query(new HostChoice.AnyCoordinator()));
            if (!open.isEmpty()) {
                int number = numbers.size() + 1;
                numbers.add(number);
                HoldCallHandler holdCall = new HoldCallHandler(hosts, practices, calls, byRules, clock);
                Opening wanted = open.get(random.nextInt(open.size()));
                assertThat(holdCall.handle(new HoldCall(
                                token(number),
                                inquiryId(number),
                                new HostChoice.One(wanted.hostId()),
                                wanted.start(),
                                ZoneId.of("UTC"))))
                        .isInstanceOf(HoldDecision.Held.class);
            }
        }

        private CallId decide(Calls calls) {
            if (numbers.isEmpty()) {
                return token(1).callId();
            }
            int number = numbers.get(random.nextInt(numbers.size()));
            CallId id = token(number).callId();
            Instant now = clock.instant();
            switch (random.nextInt(6)) {
                case 0, 1 -> calls.decide(id, call -> call.book(token(number), ZoneId.of("UTC"), List.of(), now));
                case 2 -> calls.decide(id, call -> call.cancel(CancelReason.TIME_DOES_NOT_FIT, now));
                case 3 -> calls.decide(id, call -> call.release(token(number), now));
                case 4 -> calls.decide(id, call -> call.lapse(now));
                default -> move(calls, id, now);
            }
            return id;
        }

        private void move(Calls calls, CallId id, Instant now) {
            Call call = calls.find(id).orElseThrow();
            List<Opening> open = byRules.handle(query(new HostChoice.Only(call.hostId())), call);
            if (!open.isEmpty()) {
                Opening to = open.get(random.nextInt(open.size()));
                Host host = hosts.find(call.hostId()).orElseThrow();
                if (call.move(call.schedule(host, practices.current()), to.start(), Mover.CLIENT, null, now)
                        instanceof CallDecision.Changed moved) {
                    calls.save(moved.call(), moved.events());
                }
            }
        }

        void agrees(String when) {
            if (!index.isTrusted(clock.instant())) {
                upkeep.look();
            }
            String said = "seed %d, %s".formatted(seed, when);
            Set<Opening> ofAnybody = new HashSet<>();
            for (HostId id : ids) {
                assertThat(byIndex.handle(query(new HostChoice.One(id))))
                        .as(said)
                        .isEqualTo(byRules.handle(query(new HostChoice.One(id))));
                List<Opening> alone = byRules.handle(query(new HostChoice.Only(id)));
                assertThat(byIndex.handle(query(new HostChoice.Only(id))))
                        .as(said)
                        .isEqualTo(alone);
                ofAnybody.addAll(alone);
            }
            List<Opening> any = byIndex.handle(query(new HostChoice.AnyCoordinator()));
            assertThat(any).as(said).isEqualTo(byRules.handle(query(new HostChoice.AnyCoordinator())));
            assertThat(ofAnybody).as(said).containsAll(any);
            triesWhomListsShow(any, said);
            for (int number : numbers) {
                Call call = stored.find(token(number).callId()).orElseThrow();
                if (call.state() instanceof CallState.Booked) {
                    FindOpenings query = query(new HostChoice.Only(call.hostId()));
                    assertThat(byIndex.handle(query, call)).as(said).isEqualTo(byRules.handle(query, call));
                }
            }
        }

        /** A hold for anybody picks whom the list shows. */
        private void triesWhomListsShow(List<Opening> any, String said) {
            List<Candidate> candidates = new HostChoice.AnyCoordinator().among(hosts);
            for (Opening shown : any.stream().limit(5).toList()) {
                Tries tries = new Tries(byIndex, candidates, practices.current(), shown.start(), clock.instant());
                List<HostId> tried = tries.open().stream()
                        .map(schedule -> schedule.host().id())
                        .filter(id -> byRules.handle(query(new HostChoice.Only(id))).stream()
                                .anyMatch(opening -> opening.start().equals(shown.start())))
                        .toList();
                assertThat(tried).as(said).startsWith(shown.hostId());
            }
        }

        private FindOpenings query(HostChoice choice) {
            return new FindOpenings(choice, from.minusDays(2), 16, ZoneId.of("America/Chicago"));
        }
    }
}
