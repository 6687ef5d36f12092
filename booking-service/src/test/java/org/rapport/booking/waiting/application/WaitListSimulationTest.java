package org.rapport.booking.waiting.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.waiting.application.WaitListWorld.MONDAY;
import static org.rapport.booking.waiting.application.WaitListWorld.TUESDAY_TEN;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.waiting.application.WaitListWorld.Stores;
import org.rapport.booking.waiting.domain.FreedTime;
import org.rapport.booking.waiting.domain.FreedTimeState;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.PartOfDay;
import org.rapport.booking.waiting.domain.TimeWish;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterEvent;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.WaiterState;
import org.rapport.testkit.SettableClock;

/**
 * Pain 22 as a property: people join, leave, book, cancel, grab, take and let go at random, while instances crash before one
 * in eight writes and events come again. After each step:
 *
 * <ol>
 *   <li>no time is offered to two at once, and none is held twice;
 *   <li>every offer that is out has its hold, and nobody is asked twice for one time;
 *   <li>nobody eligible is skipped: whoever is chosen for a time has nobody before them who is free, not asked yet and suited;
 *   <li>no time is open to all, or left for the morning, while somebody in line who is free and suited was not asked.
 * </ol>
 *
 * The last two are seen in the moment they are decided: a moment later, whoever was skipped may have left or been asked.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitListSimulationTest {

    private final SettableClock clock = SettableClock.at(MONDAY.toString());
    private final Stores stores = new Stores();
    private final AtomicInteger untilCrash = new AtomicInteger(Integer.MAX_VALUE);
    private final WaitListWorld world = new WaitListWorld(clock, stores, this::crash);
    private final List<WaiterId> joined = new ArrayList<>();
    private final List<Call> booked = new ArrayList<>();
    private int people;
    private int chosen;
    private int endedOrLeft;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void pain_22_whatever_happens_each_time_is_offered_to_one_and_nobody_is_skipped(long seed) {
        Random random = new Random(seed);
        stores.freedTimes().onSave(freed -> nobodyIsSkipped("seed " + seed, freed));
        for (int step = 0; step < 120; step++) {
            String did = step(random);
            settle(random);
            check("seed " + seed + ", step " + step + ": " + did);
        }
        assertThat(stores.waiters().events().stream().filter(WaiterEvent.WaitListOffered.class::isInstance))
                .as("times were offered at all")
                .hasSizeGreaterThan(5);
        assertThat(chosen).as("somebody was chosen while others waited").isGreaterThan(3);
        assertThat(endedOrLeft).as("some times found nobody").isPositive();
    }

    private String step(Random random) {
        clock.advance(Duration.ofSeconds(1 + random.nextInt(240)));
        int what = random.nextInt(10);
        if (what < 3) {
            joined.add(world.joins(++people, wish(random)));
            return "join";
        }
        if (what < 5) {
            tryBooking(random);
            return "book";
        }
        if (what < 6) {
            clock.advance(Duration.ofMinutes(random.nextInt(20)));
            return "wait";
        }
        if (what < 7) {
            world.grab(10_000 + ++people, random.nextBoolean() ? MAYA : DANIEL, time(random));
            return "grab";
        }
        if (what < 8) {
            answer(random);
            return "answer or leave";
        }
        if (!booked.isEmpty()) {
            world.cancel(booked.remove(random.nextInt(booked.size())));
        }
        return "cancel";
    }

    private void answer(Random random) {
        List<WaiterId> offered =
                joined.stream().filter(id -> world.offerOf(id).isPresent()).toList();
        if (!offered.isEmpty()) {
            WaiterId one = offered.get(random.nextInt(offered.size()));
            List<Runnable> answers = List.of(
                    () -> world.takes(one),
                    () -> world.letsGo(one),
                    () -> world.endWaiting.handle(new LeaveWaitList(one)));
            quietly(answers.get(random.nextInt(answers.size())));
        }
    }

    private void tryBooking(Random random) {
        HostId host = MAYA;
        Instant start = time(random);
        Interval day = new Interval(start.minusSeconds(3600), start.plusSeconds(3600));
        boolean free = world.calls.active(List.of(host), day).stream()
                .noneMatch(call -> call.isInTheWayOf(start) && !call.isOver(clock.instant()));
        if (free) {
            booked.add(world.booked(20_000 + ++people, start));
        }
    }

    private static Instant time(Random random) {
        return TUESDAY_TEN.plus(Duration.ofDays(random.nextInt(3))).plus(Duration.ofMinutes(30L * random.nextInt(6)));
    }

    private static TimeWish wish(Random random) {
        Set<DayOfWeek> days = random.nextInt(3) == 0 ? Set.of(DayOfWeek.TUESDAY) : Set.of();
        Set<PartOfDay> parts = random.nextInt(3) == 0 ? Set.of(PartOfDay.MORNING) : Set.of();
        HostId host = random.nextInt(3) == 0 ? MAYA : null;
        return new TimeWish(host, CHICAGO, LocalDate.parse("2027-01-20"), days, parts);
    }

    /** Instances crash and are started again until one comes to the end. */
    private void settle(Random random) {
        for (int life = 0; life < 200; life++) {
            untilCrash.set(life < 100 && random.nextInt(2) == 0 ? random.nextInt(8) : Integer.MAX_VALUE);
            try {
                world.settle();
                untilCrash.set(Integer.MAX_VALUE);
                return;
            } catch (Crash died) {
                // Another instance takes over.
            }
        }
        throw new AssertionError("never settled");
    }

    private void quietly(Runnable work) {
        untilCrash.set(3);
        try {
            work.run();
        } catch (Crash died) {
            // What was begun is finished by whoever comes next.
        } finally {
            untilCrash.set(Integer.MAX_VALUE);
        }
    }

    private void crash() {
        if (untilCrash.getAndDecrement() == 0) {
            throw new Crash();
        }
    }

    private void check(String when) {
        Set<Instant> mayasTimes = new HashSet<>();
        for (WaiterId id : joined) {
            Optional<Offer> offer = world.offerOf(id);
            if (offer.isPresent() && clock.instant().isBefore(offer.get().until())) {
                assertThat(mayasTimes.add(offer.get().time().start())).as(when).isTrue();
                CallState state =
                        world.calls.find(offer.get().call()).orElseThrow().state();
                assertThat(state).as(when).isNotInstanceOf(CallState.Cancelled.class);
            }
        }
        nobodyHoldsTheSame(when);
    }

    private void nobodyHoldsTheSame(String when) {
        List<Call> kept = world.kept();
        assertThat(kept.stream().flatMap(call -> call.claims().stream()).toList())
                .as(when)
                .doesNotHaveDuplicates();
        Set<CallId> offers = new HashSet<>();
        stores.waiters().events().forEach(event -> {
            if (event instanceof WaiterEvent.WaitListOffered(Waiter _, Offer offer, Instant _)) {
                assertThat(offers.add(offer.call()))
                        .as(when + ": one word for one hold")
                        .isTrue();
            }
        });
    }

    private void nobodyIsSkipped(String when, FreedTime freed) {
        Instant now = clock.instant();
        List<Waiter> eligible = stores.waiters().inLine().stream()
                .filter(waiter -> waiter.state() instanceof WaiterState.Waiting
                        && !freed.asked().contains(waiter.id())
                        && suits(waiter, freed))
                .toList();
        switch (freed.state()) {
            case FreedTimeState.Choosing(WaiterId waiter, CallId _) -> {
                chosen += eligible.size() > 1 ? 1 : 0;
                assertThat(eligible)
                        .as(when + ": the first in line")
                        .first()
                        .extracting(Waiter::id)
                        .isEqualTo(waiter);
            }
            case FreedTimeState.Ended(var how, Instant _)
            when how == FreedTimeState.End.OPEN_TO_ALL -> {
                endedOrLeft++;
                assertThat(eligible)
                        .as(when + ": open to all, so too near or nobody waits for it")
                        .allMatch(_ -> freed.start().isBefore(nextDay(now).plus(Duration.ofHours(4))));
            }
            case FreedTimeState.Seeking(Instant from)
            when from.isAfter(now) -> {
                endedOrLeft++;
                assertThat(isDay(now)).as(when + ": left for the morning").isFalse();
                assertThat(from).isEqualTo(nextDay(now));
            }
            case FreedTimeState.Seeking _, FreedTimeState.Offered _, FreedTimeState.Ended _ -> {}
        }
    }

    /** Everybody here is in Chicago. */
    private static Instant nextDay(Instant at) {
        ZonedDateTime local = at.atZone(CHICAGO);
        return isDay(at)
                ? at
                : local.toLocalDate()
                        .plusDays(local.getHour() < 9 ? 0 : 1)
                        .atTime(9, 0)
                        .atZone(CHICAGO)
                        .toInstant();
    }

    private static boolean isDay(Instant at) {
        int hour = at.atZone(CHICAGO).getHour();
        return hour >= 9 && hour < 20;
    }

    private static boolean suits(Waiter waiter, FreedTime freed) {
        TimeWish wish = waiter.wish();
        var local = freed.start().atZone(wish.zone());
        return (wish.host() == null || wish.host().equals(freed.host()))
                && (wish.weekdays().isEmpty() || wish.weekdays().contains(local.getDayOfWeek()))
                && (wish.parts().isEmpty() || local.getHour() < 12);
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
