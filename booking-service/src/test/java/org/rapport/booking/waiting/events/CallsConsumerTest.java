package org.rapport.booking.waiting.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.waiting.application.WaitListWorld.MONDAY;
import static org.rapport.booking.waiting.application.WaitListWorld.TUESDAY_TEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.waiting.application.WaitListWorld;
import org.rapport.booking.waiting.application.WaitListWorld.Stores;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.contracts.BookingCalls;
import org.rapport.delivery.Received;
import org.rapport.testkit.HandlerProperty;
import org.rapport.testkit.HandlerProperty.Subject;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallsConsumerTest {

    @Test
    void twice_shuffled_and_with_crashes_the_same_times_go_to_the_same_people() {
        HandlerProperty.check(story(), faults -> {
            SettableClock clock = SettableClock.at(MONDAY.toString());
            Stores stores = new Stores();
            WaitListWorld told = new WaitListWorld(clock, stores, faults::beforeWrite);
            WaiterId first = told.joins(1);
            clock.advance(Duration.ofSeconds(1));
            WaiterId second = told.joins(2);
            return new Subject<>(told::on, () -> {
                WaitListWorld quiet = new WaitListWorld(clock, stores, () -> {});
                quiet.settle();
                List<Object> ends = new ArrayList<>();
                stores.freedTimes().all().stream()
                        .map(freed -> freed.id() + " " + freed.host() + " " + freed.start())
                        .sorted()
                        .forEach(ends::add);
                ends.add(quiet.offerOf(first).isPresent());
                ends.add(quiet.offerOf(second).isPresent());
                return ends;
            });
        });
    }

    @Test
    void a_time_that_is_over_is_passed_by() {
        WaitListWorld world = new WaitListWorld();
        story().forEach(received -> {
            world.clock.set(TUESDAY_TEN.plus(Duration.ofDays(5)));
            world.on(received);
        });
        assertThat(world.freedTimes.all()).isEmpty();
    }

    /** One call is cancelled; another is moved and then cancelled too. */
    private static List<Received<BookingCalls>> story() {
        WaitListWorld practice = new WaitListWorld();
        Call one = practice.booked(50, TUESDAY_TEN);
        Call other = practice.booked(51, TUESDAY_TEN.plus(Duration.ofHours(2)));
        practice.cancel(one);
        practice.moves(other, TUESDAY_TEN.plus(Duration.ofHours(4)));
        practice.cancel(other);
        return practice.told();
    }
}
