package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.therapist;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.calls.application.ChooseCall;
import org.rapport.booking.calls.application.ChooseCallHandler;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldBundle;
import org.rapport.booking.calls.application.HoldBundleHandler;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.testkit.SettableClock;

/** That the calls of a bundle are had all or none, whatever stores them and however many instances write them. */
abstract class BundleContract extends CallRacesContract {

    private static final List<HostId> THERAPISTS = IntStream.rangeClosed(1, 3)
            .mapToObj(number -> new HostId(new UUID(6, number)))
            .toList();
    private static final int TRIES = 6;

    /** Names of the events that left, in order. */
    protected abstract List<String> published();

    @Test
    void a_bundle_is_written_whole_or_not_at_all_and_each_of_its_calls_is_found() {
        Bundle bundle = bundle(1);
        assertThat(calls.save(bundle, List.of())).isEqualTo(Saving.SAVED);
        for (Call call : bundle.calls()) {
            assertThat(calls.find(call.id()).orElseThrow())
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(call);
            assertThat(calls.active(List.of(call.hostId()), day()))
                    .extracting(Call::id)
                    .containsExactly(call.id());
            assertThat(calls.claiming(call.claims())).extracting(Call::id).containsExactly(call.id());
        }
        assertThat(calls.held(NOW)).hasSize(2);
        assertThat(calls.find(bundle.id().inBundle(2))).isEmpty();
        assertThat(calls.save(bundle(2), List.of())).isEqualTo(Saving.TAKEN);
        assertThat(calls.bundle(bundle(2).id())).isEmpty();
        assertThat(calls.save(bundle, List.of())).isEqualTo(Saving.STALE);
        Call second = bundle.calls().get(1);
        calls.decide(second.id(), call -> call.lapse(NOW.plus(Call.HOLD)));
        assertThat(calls.bundle(second.id()).orElseThrow().claims()).isEmpty();
        assertThat(calls.save(bundle(3), List.of())).isEqualTo(Saving.SAVED);
    }

    @Test
    void the_calls_of_a_bundle_are_booked_together_and_then_change_each_on_its_own() {
        Bundle bundle = bundle(1);
        calls.save(bundle, List.of());
        List<ClientKey> alex = ClientKey.of(person("Alex"));
        calls.decide(bundle.id(), call -> call.book(bundleToken(1), CHICAGO, alex, alex.getFirst(), NOW));
        assertThat(published()).containsExactly("CallBooked", "CallBooked");
        assertThat(calls.claiming(List.of(Claim.unproven(alex.getFirst())))).hasSize(2);
        Call second = bundle.calls().get(1);
        calls.decide(second.id(), call -> call.cancel(CancelReason.TIME_DOES_NOT_FIT, NOW));
        Bundle found = anotherInstance().bundle(bundle.id()).orElseThrow();
        assertThat(found.lead().state()).isInstanceOf(CallState.Booked.class);
        assertThat(found.call(second.id()).state()).isInstanceOf(CallState.Cancelled.class);
        assertThat(calls.told(second.hostId(), day())).extracting(Call::id).containsExactly(second.id());
        assertThat(calls.active(List.of(second.hostId()), day())).isEmpty();
        assertThat(calls.claiming(List.of(Claim.unproven(alex.getFirst())))).hasSize(1);
        assertThat(published()).hasSize(3);
        assertThat(found.choose(bundle.id(), NOW)).isInstanceOfSatisfying(BundleDecision.Changed.class, chosen -> {
            assertThat(calls.save(chosen.bundle(), chosen.events())).isEqualTo(Saving.SAVED);
            assertThat(calls.bundle(bundle.id()).orElseThrow().chosen()).isEqualTo(bundle.id());
        });
    }

    /**
     * Two people at each of two instances want two or three therapists within the same two hours, again and again, and book,
     * choose, cancel or let go. The seed fixes what they want; who comes first is left to the race.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_bundle_is_had_whole_or_not_at_all_when_two_instances_race(long seed) throws Exception {
        Calls elsewhere = anotherInstance();
        Map<Integer, Boolean> answers = new ConcurrentHashMap<>();
        SplittableRandom randoms = new SplittableRandom(seed);
        CyclicBarrier barrier = new CyclicBarrier(4);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> people = new ArrayList<>();
            for (int person = 0; person < 4; person++) {
                int first = 1 + person * TRIES;
                Person one = new Person(person % 2 == 0 ? calls : elsewhere, randoms.split(), answers);
                people.add(() -> {
                    barrier.await();
                    IntStream.range(first, first + TRIES).forEach(one::tryFor);
                    return first;
                });
            }
            for (Future<Integer> person : threads.invokeAll(people)) {
                person.get();
            }
        }
        assertThat(answers).as("seed %d", seed).containsValues(true, false);
        answers.forEach((number, held) -> assertThat(
                        calls.bundle(bundleToken(number).callId()).map(BundleContract::kinds))
                .as("seed %d, number %d", seed, number)
                .satisfies(kinds -> assertThat(kinds.isPresent()).isEqualTo(held))
                .satisfies(kinds -> kinds.ifPresent(BundleContract::isWhole)));
        for (HostId therapist : THERAPISTS) {
            DrawnCalls.noneOverlap(calls.active(List.of(therapist), day()), seed);
        }
    }

    private static Set<String> kinds(Bundle bundle) {
        Set<String> kinds = bundle.calls().stream()
                .map(call -> call.state().getClass().getSimpleName())
                .collect(Collectors.toSet());
        return bundle.chosen() == null ? kinds : Set.of("chosen: " + kinds);
    }

    /** A person cancels one only after all are booked, and has chosen only where the others are cancelled. */
    private static void isWhole(Set<String> kinds) {
        assertThat(kinds)
                .isIn(
                        Set.of("Held"),
                        Set.of("Released"),
                        Set.of("Booked"),
                        Set.of("Booked", "Cancelled"),
                        Set.of("chosen: [Booked, Cancelled]"),
                        Set.of("chosen: [Cancelled, Booked]"));
    }

    /** Somebody at one instance, who tries for one bundle after the other. */
    private record Person(Calls instance, SplittableRandom random, Map<Integer, Boolean> answers) {

        private static final InMemoryHosts HOSTS = new InMemoryHosts(THERAPISTS.stream()
                .map(id -> therapist(id, "Therapist", everyDay("00:00", "00:00")))
                .toArray(Host[]::new));

        void tryFor(int number) {
            SettableClock clock = SettableClock.at(NOW);
            InMemoryPractices practices = new InMemoryPractices();
            FindOpeningsHandler openings = new FindOpeningsHandler(HOSTS, practices, instance, Diaries.empty(), clock);
            HoldToken token = bundleToken(number);
            BundleHold hold = new HoldBundleHandler(HOSTS, practices, instance, openings, clock)
                    .handle(new HoldBundle(token, inquiryId(number), wishes(), CHICAGO));
            answers.put(number, hold instanceof BundleHold.Held);
            if (hold instanceof BundleHold.Held) {
                change(token, clock);
            } else {
                assertThat(hold).isInstanceOf(BundleHold.Taken.class);
            }
        }

        private void change(HoldToken token, SettableClock clock) {
            int what = random.nextInt(5);
            if (what < 2) {
                instance.decide(token.callId(), call -> call.release(token, NOW));
            } else {
                instance.decide(token.callId(), call -> call.book(token, CHICAGO, List.of(), NOW));
            }
            if (what == 3) {
                new ChooseCallHandler(instance, clock)
                        .handle(new ChooseCall(token.callId().inBundle(1)));
            } else if (what == 4) {
                instance.decide(token.callId().inBundle(1), call -> call.cancel(CancelReason.NO_LONGER_NEEDED, NOW));
            }
        }

        /** One after the other, with one therapist each, in any order. */
        private List<HoldBundle.TherapistTime> wishes() {
            int first = random.nextInt(3);
            int count = 2 + random.nextInt(2);
            Instant from = NINE.plus(Duration.ofMinutes(15L * random.nextInt(6)));
            return IntStream.range(0, count)
                    .mapToObj(number -> new HoldBundle.TherapistTime(
                            THERAPISTS.get((first + number) % 3), from.plus(Duration.ofMinutes(15L * number))))
                    .toList();
        }
    }

    /** With Maya, and an hour later with Daniel. */
    private static Bundle bundle(int number) {
        Host daniel = coordinator(DANIEL, "Daniel", everyDay("00:00", "00:00"));
        HoldToken token = bundleToken(number);
        HoldToken second = new HoldToken(token.callId().inBundle(1), token.secret());
        return new Bundle(
                List.of(
                        Call.hold(token, inquiryId(number), schedule(MAYA_HOST), NINE, CHICAGO, NOW),
                        Call.hold(second, inquiryId(number), schedule(daniel), NINE.plusSeconds(3600), CHICAGO, NOW)),
                null);
    }

    private static HoldToken bundleToken(int number) {
        return new HoldToken(
                CallId.ofBundle(new UUID(4, 8L * number)), token(number).secret());
    }
}
