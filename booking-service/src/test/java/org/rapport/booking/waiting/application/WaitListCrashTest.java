package org.rapport.booking.waiting.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.waiting.application.WaitListWorld.MONDAY;
import static org.rapport.booking.waiting.application.WaitListWorld.TUESDAY_TEN;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.visitors.domain.Limited;
import org.rapport.booking.visitors.domain.Limits;
import org.rapport.booking.visitors.domain.Taking;
import org.rapport.booking.waiting.application.WaitListWorld.Stores;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.booking.waiting.domain.WaiterEvent;
import org.rapport.booking.waiting.domain.WaiterEvent.WaitListOffered;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.WaiterState;
import org.rapport.testkit.SettableClock;

/** Pain 22, with a crash after every step and with several instances. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitListCrashTest {

    private final SettableClock clock = SettableClock.at(MONDAY.toString());

    @Test
    void pain_22_a_crash_before_any_write_loses_no_offer_and_makes_none_twice() {
        int crashes = 0;
        for (int write = 0; write < 100; write++) {
            clock.set(MONDAY);
            if (!storyCrashesAt(write)) {
                assertThat(crashes).as("there was something to crash").isGreaterThan(5);
                return;
            }
            crashes++;
        }
        throw new AssertionError("the story never ended");
    }

    /** Cancel, offer, let go, offer to the next; the instance dies before the {@code write}th write, and another goes on. */
    private boolean storyCrashesAt(int write) {
        Stores stores = new Stores();
        WaitListWorld quiet = new WaitListWorld(clock, stores, () -> {});
        WaiterId first = quiet.joins(1);
        clock.advance(Duration.ofMinutes(1));
        WaiterId second = quiet.joins(2);
        Call call = quiet.booked(50, TUESDAY_TEN);
        quiet.cancel(call);

        Crashes crashes = new Crashes(write);
        WaitListWorld dying = new WaitListWorld(clock, stores, crashes);
        boolean crashed = false;
        try {
            dying.settle();
            dying.letsGo(first);
        } catch (Crash died) {
            crashed = true;
        }
        quiet.settle();
        if (quiet.offerOf(first).isPresent()) {
            quiet.letsGo(first);
        }
        // After a crash between giving back and passing on, it goes when the offer would have ended.
        quiet.pass(Duration.ofMinutes(15));
        List<WaiterId> offered = offered(stores);
        assertThat(offered)
                .as("crash before write " + write)
                .startsWith(first, second)
                .hasSize(2);
        assertThat(quiet.waiter(first).state()).isEqualTo(new WaiterState.Waiting(0));
        assertThat(quiet.kept().size()).isLessThanOrEqualTo(1);
        return crashed;
    }

    @Test
    void who_was_received_and_not_listed_is_listed_by_the_repeat_wherever_it_lands_and_whatever_that_counted() {
        Limits texted =
                (what, _, _) -> what == Limited.TEXTS ? new Taking.Refused(Duration.ofHours(1)) : new Taking.Granted();
        Limits unused = (_, _, _) -> new Taking.Granted();
        isListedByTheRepeat(texted, unused, Set.of(Channel.EMAIL));
        isListedByTheRepeat(unused, texted, Set.of(Channel.EMAIL, Channel.SMS));
    }

    private void isListedByTheRepeat(Limits first, Limits repeat, Set<Channel> reached) {
        Stores stores = new Stores();
        WaitListWorld dying = new WaitListWorld(clock, stores, new Crashes(0));
        assertThatThrownBy(() -> dying.joinsLimited(1, first)).isInstanceOf(Crash.class);
        WaitListWorld other = new WaitListWorld(clock, stores, () -> {});
        WaiterId waiter = other.joinsLimited(1, repeat);
        assertThat(other.waiter(waiter).state()).isEqualTo(new WaiterState.Waiting(0));
        Inquiry inquiry = stores.inquiries().find(inquiryId(1)).orElseThrow();
        assertThat(inquiry.reached().channels()).isEqualTo(reached);
        assertThat(inquiry.person().channels()).containsExactlyInAnyOrder(Channel.EMAIL, Channel.SMS);
    }

    @Test
    void several_instances_make_one_offer_at_a_time() throws Exception {
        for (int round = 0; round < 30; round++) {
            clock.set(MONDAY);
            Stores stores = new Stores();
            WaitListWorld world = new WaitListWorld(clock, stores, () -> {});
            for (int number = 1; number <= 5; number++) {
                world.joins(number);
                clock.advance(Duration.ofSeconds(1));
            }
            Call call = world.booked(50, TUESDAY_TEN);
            world.cancel(call);
            world.deliverAll();
            FreedTimeId freed = new FreedTimeId(call.id(), 1);
            onFour(() -> new WaitListWorld(clock, stores, () -> {}).passOn.handle(new PassOn(freed)));
            assertThat(offered(stores)).hasSize(1);
            assertThat(world.kept()).hasSize(1);
            clock.advance(Duration.ofMinutes(15));
            onFour(() -> new WaitListWorld(clock, stores, () -> {}).settle());
            assertThat(offered(stores)).hasSize(2).doesNotHaveDuplicates();
            assertThat(world.kept()).hasSize(1);
        }
    }

    @Test
    void of_several_instances_that_pass_several_times_on_none_gives_one_person_two() throws Exception {
        for (int round = 0; round < 30; round++) {
            clock.set(MONDAY);
            Stores stores = new Stores();
            WaitListWorld world = new WaitListWorld(clock, stores, () -> {});
            WaiterId first = world.joins(1);
            clock.advance(Duration.ofSeconds(1));
            WaiterId second = world.joins(2);
            for (int number = 0; number < 3; number++) {
                world.cancel(world.booked(50 + number, TUESDAY_TEN.plus(Duration.ofHours(number))));
            }
            world.deliverAll();
            onFour(() -> new WaitListWorld(clock, stores, () -> {}).settle());
            world.settle();
            assertThat(world.offerOf(first)).isPresent();
            assertThat(world.offerOf(second)).isPresent();
            assertThat(world.kept()).hasSize(2);
        }
    }

    private static List<WaiterId> offered(Stores stores) {
        return stores.waiters().events().stream()
                .filter(WaitListOffered.class::isInstance)
                .map(WaiterEvent::waiter)
                .map(waiter -> waiter.id())
                .toList();
    }

    private static void onFour(Runnable work) throws Exception {
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Future<?>> done = List.of(
                    instances.submit(work), instances.submit(work), instances.submit(work), instances.submit(work));
            for (Future<?> one : done) {
                one.get();
            }
        }
    }

    private static final class Crashes implements Runnable {
        private int left;

        Crashes(int writes) {
            this.left = writes;
        }

        @Override
        public void run() {
            if (left-- == 0) {
                throw new Crash();
            }
        }
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
