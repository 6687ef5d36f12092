package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.UNLIMITED;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.CallType;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.IsoWeek;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.testkit.SettableClock;

/**
 * Four instances of the service, each with handlers and a view of the store of its own, hold, book, move, cancel and release
 * at once, with lengths, buffers, caps and offsets drawn by the seed. Whoever comes first: no host and no person is in two
 * calls, and no cap is exceeded.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class BookingRacesContract {

    private static final int INSTANCES = 4;
    private static final int COMMANDS = 30;
    private static final Instant FROM = Instant.parse("2027-01-12T15:00:00Z");
    private static final Interval ALL = new Interval(FROM.minus(Duration.ofDays(2)), FROM.plus(Duration.ofDays(4)));
    private static final List<HostId> HOSTS = List.of(MAYA, DANIEL);

    private final SettableClock clock = SettableClock.at("2027-01-12T10:00:00Z");
    private final AtomicInteger numbers = new AtomicInteger();

    /** One more instance's view of the same calls; the first of a test is empty. */
    protected abstract Calls instance();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nobody_is_in_two_calls_and_no_cap_is_exceeded(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        InMemoryHosts hosts = new InMemoryHosts(anyHost(MAYA, random), anyHost(DANIEL, random));
        InMemoryInquiries inquiries = new InMemoryInquiries();
        Calls view = instance();
        CyclicBarrier barrier = new CyclicBarrier(INSTANCES);
        List<Callable<Integer>> instances = new ArrayList<>();
        for (int number = 0; number < INSTANCES; number++) {
            Instance instance = new Instance(instance(), hosts, inquiries, random.split());
            instances.add(() -> {
                barrier.await();
                return instance.run();
            });
        }
        int booked = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(INSTANCES)) {
            for (Future<Integer> instance : threads.invokeAll(instances)) {
                booked += instance.get();
            }
        }
        assertThat(booked).as("seed %d", seed).isGreaterThan(5);
        List<Call> active = view.active(HOSTS, ALL);
        byKey(active, Call::hostId).forEach((host, calls) -> noneOverlap(seed, calls, Call::blocked));
        List<Call> standing = active.stream()
                .filter(call -> call.state() instanceof CallState.Booked)
                .toList();
        assertThat(standing).as("seed %d", seed).isNotEmpty();
        standing.stream()
                .flatMap(call -> call.client().stream())
                .distinct()
                .forEach(key -> noneOverlap(
                        seed,
                        standing.stream()
                                .filter(call -> call.client().contains(key))
                                .toList(),
                        Call::time));
        assertThat(standing)
                .as("seed %d", seed)
                .extracting(call -> ((CallState.Booked) call.state()).unproven())
                .filteredOn(Objects::nonNull)
                .doesNotHaveDuplicates();
        for (Host host : hosts.all()) {
            capped(seed, host, active, host.terms().perDay(), BookingRacesContract::date);
            capped(seed, host, active, host.terms().perWeek(), call -> IsoWeek.of(date(call)));
        }
    }

    private static void capped(
            long seed, Host host, List<Call> active, @Nullable Integer cap, Function<Call, Object> span) {
        if (cap != null) {
            byKey(
                            active.stream()
                                    .filter(call -> call.hostId().equals(host.id()))
                                    .toList(),
                            span)
                    .forEach((when, calls) -> assertThat(calls)
                            .as("seed %d: %s on %s", seed, host.name(), when)
                            .hasSizeLessThanOrEqualTo(cap));
        }
    }

    private static LocalDate date(Call call) {
        return LocalDate.ofInstant(call.time().start(), call.hostZone());
    }

    private static <K> Map<K, List<Call>> byKey(List<Call> calls, Function<Call, K> key) {
        return calls.stream().collect(Collectors.groupingBy(key));
    }

    private static void noneOverlap(long seed, List<Call> calls, Function<Call, Interval> interval) {
        for (int one = 0; one < calls.size(); one++) {
            for (int other = one + 1; other < calls.size(); other++) {
                assertThat(interval.apply(calls.get(one)).overlaps(interval.apply(calls.get(other))))
                        .as("seed %d: %s overlaps %s", seed, calls.get(one), calls.get(other))
                        .isFalse();
            }
        }
    }

    private static Host anyHost(HostId id, SplittableRandom random) {
        CallTerms terms = new CallTerms(
                Duration.ofMinutes(random.nextInt(15)),
                Duration.ofMinutes(random.nextInt(15)),
                Duration.ofMinutes(5),
                Duration.ZERO,
                Duration.ofDays(21),
                Duration.ZERO,
                random.nextInt(3) == 0 ? null : random.nextInt(2, 5),
                random.nextInt(3) == 0 ? null : random.nextInt(3, 8));
        return host(id, id.equals(MAYA) ? "Maya" : "Daniel", terms, everyDay("00:00", "00:00"));
    }

    /** Calls as long as the seed says. */
    private static InMemoryPractices anyPractices(SplittableRandom random) {
        InMemoryPractices practices = new InMemoryPractices();
        Duration length = Duration.ofMinutes(random.nextInt(5, 61));
        practices.save(new PracticeSettings(
                0,
                List.of(),
                Arrays.stream(HostRole.values())
                        .map(role -> new CallType(role.name().toLowerCase(Locale.ROOT) + "-call", length, role, true))
                        .toList()));
        return practices;
    }

    private final class Instance {

        private final SplittableRandom random;
        private final Calls calls;
        private final HoldCallHandler hold;
        private final BookCallHandler book;
        private final MoveCallHandler move;
        private final ConfirmCallHandler confirm;
        private final CancelCallHandler cancel;
        private final ReleaseHoldHandler release;
        private final ArrangeCallHandler arrange;
        private final List<CallId> own = new ArrayList<>();

        Instance(Calls calls, InMemoryHosts hosts, InMemoryInquiries inquiries, SplittableRandom random) {
            InMemoryPractices practices = anyPractices(random);
            FindOpeningsHandler openings = new FindOpeningsHandler(hosts, practices, calls, Diaries.empty(), clock);
            this.random = random;
            this.calls = calls;
            this.hold = new HoldCallHandler(hosts, practices, calls, openings, clock);
            this.book = new BookCallHandler(calls, inquiries, UNLIMITED, clock);
            this.move = new MoveCallHandler(hosts, practices, calls, openings, clock);
            this.confirm = new ConfirmCallHandler(calls, clock);
            this.cancel = new CancelCallHandler(calls, clock);
            this.release = new ReleaseHoldHandler(calls, clock);
            this.arrange = new ArrangeCallHandler(hosts, practices, calls, inquiries, openings, clock);
        }

        /** How many calls it booked. */
        int run() {
            int booked = 0;
            for (int command = 0; command < COMMANDS; command++) {
                switch (own.isEmpty() ? 0 : random.nextInt(7)) {
                    case 0, 1, 2, 3 -> booked += random.nextInt(3) == 0 ? arrange() : holdAndBook() ? 1 : 0;
                    case 4 -> confirm.handle(new ConfirmCall(any()));
                    case 5 -> move.handle(new MoveCall(any(), start(), Mover.CLIENT, null));
                    default -> cancel.handle(new CancelCall(any(), CancelReason.PREFER_NOT_TO_SAY));
                }
            }
            return booked;
        }

        private int arrange() {
            int number = numbers.incrementAndGet();
            Inquiry caller = new Inquiry(inquiryId(number), InquiryPath.CALL_ME_BACK, anybody(), clock.instant());
            CallId id = token(number).callId();
            if (!(arrange.handle(new ArrangeCall(id, caller, true, anyHost(), start()))
                    instanceof ArrangeDecision.Arranged)) {
                return 0;
            }
            own.add(id);
            return 1;
        }

        private HostChoice anyHost() {
            return random.nextInt(3) == 0
                    ? new HostChoice.AnyCoordinator()
                    : new HostChoice.One(HOSTS.get(random.nextInt(HOSTS.size())));
        }

        private boolean holdAndBook() {
            int number = numbers.incrementAndGet();
            HoldCall command = new HoldCall(token(number), inquiryId(number), anyHost(), start(), CHICAGO);
            if (!(hold.handle(command) instanceof HoldDecision.Held)) {
                return false;
            }
            if (random.nextInt(8) == 0) {
                release.handle(new ReleaseHold(token(number)));
                return false;
            }
            own.add(token(number).callId());
            book.handle(new BookCall(token(number), anybody()));
            if (random.nextBoolean()) {
                confirm.handle(new ConfirmCall(token(number).callId()));
            }
            return calls.find(token(number).callId()).orElseThrow().state() instanceof CallState.Booked;
        }

        private CallId any() {
            return own.get(random.nextInt(own.size()));
        }

        private Instant start() {
            return FROM.plus(Duration.ofMinutes(5L * random.nextInt(36)).plusDays(random.nextInt(2)));
        }

        private Person anybody() {
            return person("Somebody", "person" + random.nextInt(4) + "@example.org", "+1312555010" + random.nextInt(4));
        }
    }
}
