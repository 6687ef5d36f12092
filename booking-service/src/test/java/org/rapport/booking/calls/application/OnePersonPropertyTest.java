package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.UNLIMITED;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.testkit.SettableClock;

/**
 * B11 under anything visitors, strangers with their addresses, and staff may do in any order: nobody is in two calls at once,
 * and only a call that stands keeps a person from another one.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnePersonPropertyTest {

    private static final int SEEDS = 40;
    private static final int COMMANDS = 120;
    private static final Instant FROM = Instant.parse("2027-01-12T15:00:00Z");

    private int confirmed;
    private int refused;
    private int doubled;
    private int busy;

    @Test
    void nobody_is_in_two_calls_at_once_and_what_is_not_proven_keeps_nobody_out() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            new World(seed).run();
        }
        assertThat(List.of(confirmed, refused, doubled, busy))
                .as("confirmed, met another call, doubled, told to staff")
                .allMatch(times -> times > SEEDS / 4);
    }

    private final class World {

        private final long seed;
        private final SplittableRandom random;
        private final SettableClock clock = SettableClock.at("2027-01-11T10:00:00Z");
        private final InMemoryHosts hosts = new InMemoryHosts(
                coordinator(MAYA, "Maya", everyDay("00:00", "00:00")),
                coordinator(DANIEL, "Daniel", everyDay("00:00", "00:00")));
        private final InMemoryPractices practices = new InMemoryPractices();
        private final InMemoryCalls calls = new InMemoryCalls();
        private final InMemoryInquiries inquiries = new InMemoryInquiries();
        private final FindOpeningsHandler openings =
                new FindOpeningsHandler(hosts, practices, calls, Diaries.empty(), clock);
        private final HoldCallHandler hold = new HoldCallHandler(hosts, practices, calls, openings, clock);
        private final BookCallHandler book = new BookCallHandler(calls, inquiries, UNLIMITED, clock);
        private final ConfirmCallHandler confirm = new ConfirmCallHandler(calls, clock);
        private final MoveCallHandler move = new MoveCallHandler(hosts, practices, calls, openings, clock);
        private final CancelCallHandler cancel = new CancelCallHandler(calls, clock);
        private final ArrangeCallHandler arrange =
                new ArrangeCallHandler(hosts, practices, calls, inquiries, openings, clock);
        private final List<CallId> asked = new ArrayList<>();
        private int number;

        World(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
        }

        void run() {
            for (int command = 0; command < COMMANDS; command++) {
                switch (asked.isEmpty() ? 0 : random.nextInt(9)) {
                    case 0, 1, 2 -> book();
                    case 3, 4 -> confirm();
                    case 5 -> arrange();
                    case 6 -> move.handle(new MoveCall(any(), start(), Mover.CLIENT, null));
                    case 7 -> cancel.handle(new CancelCall(any(), CancelReason.PREFER_NOT_TO_SAY));
                    default -> clock.advance(Duration.ofMinutes(random.nextInt(12)));
                }
                nobodyIsInTwoCalls();
            }
        }

        private void book() {
            number++;
            HoldCall command =
                    new HoldCall(token(number), inquiryId(number), new HostChoice.One(host()), start(), CHICAGO);
            if (!(hold.handle(command) instanceof HoldDecision.Held)) {
                return;
            }
            asked.add(token(number).callId());
            Person who = anybody();
            List<Call> standing = standing();
            book.handle(new BookCall(token(number), who));
            Call call = calls.find(token(number).callId()).orElseThrow();
            if (call.state() instanceof CallState.Doubled) {
                doubled++;
                CallEvent.CallDoubled told =
                        (CallEvent.CallDoubled) calls.events().getLast();
                assertThat(standing)
                        .as("seed %d: doubled by a call that stands", seed)
                        .anyMatch(other ->
                                (other.id().equals(told.byEmail()) || other.id().equals(told.byPhone()))
                                        && other.time().overlaps(call.time()));
            }
        }

        private void confirm() {
            CallId id = any();
            Call call = calls.find(id).orElseThrow();
            CallDecision decision = confirm.handle(new ConfirmCall(id));
            boolean meets =
                    standing().stream().anyMatch(other -> !other.id().equals(id) && isSamePersonThen(other, call));
            switch (decision) {
                case CallDecision.Changed _ -> confirmed++;
                case CallDecision.Refused(CallRefusal reason)
                when reason == CallRefusal.PERSON_BUSY -> {
                    refused++;
                    assertThat(meets)
                            .as("seed %d: refused for a call that stands", seed)
                            .isTrue();
                }
                case CallDecision.Refused _, CallDecision.Unchanged _ -> {}
            }
        }

        /** Staff are told of the person's own calls, and else only that the host's time is taken. */
        private void arrange() {
            number++;
            Inquiry caller = new Inquiry(inquiryId(number), InquiryPath.CALL_ME_BACK, anybody(), clock.instant());
            HostId host = host();
            Instant start = start();
            ArrangeDecision decision = arrange.handle(
                    new ArrangeCall(token(number).callId(), caller, true, new HostChoice.One(host), start));
            switch (decision) {
                case ArrangeDecision.Arranged(Call call, var _) -> asked.add(call.id());
                case ArrangeDecision.PersonBusy(Call standing, var _) -> {
                    busy++;
                    assertThat(standing.state().stands()).isTrue();
                }
                case ArrangeDecision.Taken _ ->
                    assertThat(active())
                            .as("seed %d: the host's time is taken", seed)
                            .anyMatch(other -> other.hostId().equals(host) && other.isInTheWayOf(start));
                case ArrangeDecision.Refused _, ArrangeDecision.RequestReused _ -> {}
            }
        }

        private void nobodyIsInTwoCalls() {
            List<Call> standing = standing();
            for (int one = 0; one < standing.size(); one++) {
                for (int other = one + 1; other < standing.size(); other++) {
                    assertThat(isSamePersonThen(standing.get(one), standing.get(other)))
                            .as("seed %d: %s and %s", seed, standing.get(one), standing.get(other))
                            .isFalse();
                }
            }
        }

        private static boolean isSamePersonThen(Call one, Call other) {
            return one.time().overlaps(other.time()) && one.client().stream().anyMatch(other.client()::contains);
        }

        private List<Call> standing() {
            return active().stream().filter(call -> call.state().stands()).toList();
        }

        private List<Call> active() {
            return calls.active(
                    List.of(MAYA, DANIEL), new Interval(FROM.minus(Duration.ofDays(2)), FROM.plus(Duration.ofDays(2))));
        }

        private CallId any() {
            return asked.get(random.nextInt(asked.size()));
        }

        private HostId host() {
            return random.nextBoolean() ? MAYA : DANIEL;
        }

        private Instant start() {
            return FROM.plus(Duration.ofMinutes(15L * random.nextInt(16)));
        }

        private Person anybody() {
            int who = random.nextInt(3);
            return person("Somebody", "person" + who + "@example.org", "+1312555010" + random.nextInt(3));
        }
    }
}
