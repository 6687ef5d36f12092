package org.rapport.booking.waiting.application;

import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.UNLIMITED;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.BookCall;
import org.rapport.booking.calls.application.BookCallHandler;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldCall;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.application.MoveCall;
import org.rapport.booking.calls.application.MoveCallHandler;
import org.rapport.booking.calls.domain.Arrangement;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.calls.events.CallEventTranslation;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.visitors.domain.Limits;
import org.rapport.booking.visitors.domain.MessageLimits;
import org.rapport.booking.waiting.domain.FreedTime;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.booking.waiting.domain.FreedTimeState;
import org.rapport.booking.waiting.domain.FreedTimes;
import org.rapport.booking.waiting.domain.JoinDecision;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.OfferHolds;
import org.rapport.booking.waiting.domain.Saving;
import org.rapport.booking.waiting.domain.TimeWish;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterEvent;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.booking.waiting.events.CallsConsumer;
import org.rapport.booking.waiting.holds.ClaimedHolds;
import org.rapport.contracts.BookingCalls;
import org.rapport.delivery.Received;
import org.rapport.testkit.SettableClock;

/**
 * One instance of the wait list over stores that outlive it: people book, cancel, wait and answer; {@link #settle()} does
 * what events and wake-ups would. Before each of its writes {@code beforeWrite} may crash it.
 */
public final class WaitListWorld {

    /** Half past two on a Monday in Chicago, in winter. */
    public static final Instant MONDAY = Instant.parse("2027-01-11T20:30:00Z");

    public static final Instant TUESDAY_TEN = Instant.parse("2027-01-12T16:00:00Z");

    public final SettableClock clock;
    public final Calls calls;
    public final InMemoryWaiters waiters;
    public final InMemoryInquiries inquiries;
    public final InMemoryFreedTimes freedTimes;
    public final PassOnHandler passOn;
    public final LetGoHandler letGo;
    public final EndWaitingHandler endWaiting;

    private final Waiters crashingWaiters;
    private final HoldCallHandler holdCall;
    private final BookCallHandler bookCall;
    private final MoveCallHandler moveCall;
    private final JoinWaitListHandler join;
    private final WakeWaiterHandler wakeWaiter;
    private final CallsConsumer consumer;
    private final OfferHolds holds;

    public WaitListWorld() {
        this(SettableClock.at(MONDAY.toString()), new Stores(), () -> {});
    }

    /** What is left when an instance has crashed. */
    public record Stores(
            InMemoryCalls calls, InMemoryWaiters waiters, InMemoryFreedTimes freedTimes, InMemoryInquiries inquiries) {

        public Stores() {
            this(new InMemoryCalls(), new InMemoryWaiters(), new InMemoryFreedTimes(), new InMemoryInquiries());
        }
    }

    public WaitListWorld(SettableClock clock, Stores stores, Runnable beforeWrite) {
        this.clock = clock;
        this.waiters = stores.waiters();
        this.freedTimes = stores.freedTimes();
        this.calls = new CrashingCalls(stores.calls(), beforeWrite);
        crashingWaiters = new CrashingWaiters(stores.waiters(), beforeWrite);
        FreedTimes crashingTimes = new CrashingFreedTimes(stores.freedTimes(), beforeWrite);
        Hosts hosts = new InMemoryHosts(
                coordinator(MAYA, "Maya", everyDay("09:00", "17:00")),
                coordinator(DANIEL, "Daniel", everyDay("09:00", "17:00")));
        InMemoryPractices practices = new InMemoryPractices();
        Clock time = clock;
        inquiries = stores.inquiries();
        FindOpeningsHandler openings = new FindOpeningsHandler(hosts, practices, calls, Diaries.empty(), time);
        holdCall = new HoldCallHandler(hosts, practices, calls, openings, time);
        moveCall = new MoveCallHandler(hosts, practices, calls, openings, time);
        bookCall = new BookCallHandler(calls, inquiries, UNLIMITED, time);
        holds = new ClaimedHolds(holdCall, id -> "sealed " + id);
        passOn = new PassOnHandler(crashingTimes, crashingWaiters, holds, calls, hosts, time);
        join = new JoinWaitListHandler(inquiries, crashingWaiters, UNLIMITED, time);
        letGo = new LetGoHandler(calls, crashingWaiters, passOn, time);
        endWaiting = new EndWaitingHandler(crashingWaiters, holds, letGo, time);
        wakeWaiter = new WakeWaiterHandler(crashingWaiters, calls, time);
        consumer = new CallsConsumer(
                new NoteFreedTimeHandler(crashingTimes, time),
                new SettleOfferHandler(crashingWaiters, passOn),
                endWaiting);
    }

    /** Somebody books a time with Maya. */
    public Call booked(int number, Instant start) {
        HoldToken token = token(number);
        HoldDecision held =
                holdCall.handle(new HoldCall(token, inquiryId(number), new HostChoice.Only(MAYA), start, CHICAGO));
        if (!(held instanceof HoldDecision.Held)) {
            throw new AssertionError("not held: " + held);
        }
        bookCall.handle(
                new BookCall(token, person("B" + number, "b" + number + "@example.org", "+1312555" + (1000 + number))));
        return calls.find(token.callId()).orElseThrow();
    }

    public HoldDecision grab(int number, HostId host, Instant start) {
        return holdCall.handle(
                new HoldCall(token(number), inquiryId(number), new HostChoice.Only(host), start, CHICAGO));
    }

    /** A waiter books another call, by the pages that everybody uses. */
    public void bookedElsewhere(int waiter, HostId host, Instant start) {
        grab(80, host, start);
        bookCall.handle(new BookCall(token(80), waiting(waiter)));
    }

    /** Staff book a call for a waiter whose inquiry they see. */
    public void bookedByStaff(int waiter, Instant start) {
        Inquiry inquiry = inquiries.find(inquiryId(waiter)).orElseThrow();
        Changed booked = Arrangement.of(
                new CallId(new UUID(9, waiter)),
                inquiry,
                schedule(coordinator(DANIEL, "Daniel", everyDay("09:00", "17:00"))),
                start,
                clock.instant());
        calls.save(booked.call(), booked.events());
    }

    public void moves(Call call, Instant start) {
        moveCall.handle(new MoveCall(call.id(), start, Mover.CLIENT, null));
    }

    public void cancel(Call call) {
        calls.decide(call.id(), one -> one.cancel(CancelReason.TIME_DOES_NOT_FIT, clock.instant()));
    }

    public WaiterId joins(int number) {
        return joins(number, wish(null));
    }

    public WaiterId joins(int number, TimeWish wish) {
        JoinDecision decision = join.handle(new JoinWaitList(inquiryId(number), waiting(number), wish));
        return ((JoinDecision.Joined) decision).waiter().id();
    }

    /** By a visitor whom these limits count. */
    public WaiterId joinsLimited(int number, Limits limits) {
        JoinDecision decision = new JoinWaitListHandler(inquiries, crashingWaiters, new MessageLimits(limits), clock)
                .handle(new JoinWaitList(inquiryId(number), waiting(number), wish(null)));
        return ((JoinDecision.Joined) decision).waiter().id();
    }

    private static Person waiting(int number) {
        return person("W" + number, "w" + number + "@example.org", "+1312556" + (1000 + number));
    }

    public static TimeWish wish(@Nullable HostId host) {
        return new TimeWish(host, CHICAGO, LocalDate.parse("2027-02-20"), Set.of(), Set.of());
    }

    public CallDecision takes(WaiterId id) {
        Call hold = calls.find(offerOf(id).orElseThrow().call()).orElseThrow();
        int number = (int) hold.inquiryId().value().getLeastSignificantBits();
        return bookCall.handle(new BookCall(holds.token(hold.id()), waiting(number)));
    }

    public void letsGo(WaiterId id) {
        letGo.handle(new LetGo(holds.token(offerOf(id).orElseThrow().call())));
    }

    public Optional<Offer> offerOf(WaiterId id) {
        return waiters.find(id).flatMap(Waiter::offer);
    }

    public Waiter waiter(WaiterId id) {
        return waiters.find(id).orElseThrow();
    }

    /** Every event so far is delivered (again), and whoever is due is woken, until nothing is due any more. */
    public void settle() {
        deliverAll();
        for (int round = 0; round < 50; round++) {
            List<FreedTimeId> times = freedTimes.due(clock.instant());
            List<WaiterId> people = waiters.due(clock.instant());
            if (times.isEmpty() && people.isEmpty()) {
                return;
            }
            times.forEach(id -> passOn.handle(new PassOn(id)));
            people.forEach(id -> wakeWaiter.handle(new WakeWaiter(id)));
        }
        throw new AssertionError("still due: " + freedTimes.due(clock.instant()) + waiters.due(clock.instant()));
    }

    public void deliverAll() {
        ((CrashingCalls) calls).events().forEach(event -> consumer.on(received(event)));
    }

    public void on(Received<BookingCalls> received) {
        consumer.on(received);
    }

    /** What the topic says so far. */
    public List<Received<BookingCalls>> told() {
        return ((CrashingCalls) calls)
                .events().stream().map(WaitListWorld::received).toList();
    }

    private static Received<BookingCalls> received(CallEvent event) {
        BookingCalls told = (BookingCalls) CallEventTranslation.published(event);
        return new Received<>(event.call().id() + "/1", event.call().id().toString(), 1, MONDAY, told);
    }

    /** Lets time pass in steps so small that everything that becomes due is done when it is due. */
    public void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofMinutes(1));
            settle();
        }
    }

    /** Nobody but who is offered a time, or has booked it, holds it; each offer that is out has its hold. */
    public List<Call> kept() {
        return ((CrashingCalls) calls)
                .active(List.of(MAYA, DANIEL), new Interval(MONDAY, MONDAY.plusSeconds(86_400 * 60))).stream()
                        .filter(call -> call.state() instanceof CallState.Held && !call.isOver(clock.instant()))
                        .toList();
    }

    private record CrashingWaiters(InMemoryWaiters kept, Runnable beforeWrite) implements Waiters {

        @Override
        public Optional<Waiter> find(WaiterId id) {
            return kept.find(id);
        }

        @Override
        public Saving save(Waiter waiter, List<WaiterEvent> events) {
            beforeWrite.run();
            return kept.save(waiter, events);
        }

        @Override
        public List<Waiter> inLine() {
            return kept.inLine();
        }

        @Override
        public List<Waiter> listed() {
            return kept.listed();
        }
    }

    private record CrashingFreedTimes(InMemoryFreedTimes kept, Runnable beforeWrite) implements FreedTimes {

        @Override
        public Optional<FreedTime> find(FreedTimeId id) {
            return kept.find(id);
        }

        @Override
        public Saving save(FreedTime freed) {
            beforeWrite.run();
            return kept.save(freed);
        }
    }

    /** Somebody books that time and gives it back, and all that follows from it happens. */
    void bookedAndCancelled(Instant start) {
        cancel(booked((int) (50 + (start.getEpochSecond() / 900) % 40), start));
        settle();
    }

    /** How the freed times ended that are through. */
    List<FreedTimeState.End> ends() {
        return freedTimes.all().stream()
                .map(FreedTime::state)
                .filter(FreedTimeState.Ended.class::isInstance)
                .map(state -> ((FreedTimeState.Ended) state).how())
                .toList();
    }
}
