package org.rapport.notification.messages.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.notification.messages.application.Carrier;
import org.rapport.notification.messages.application.Carrier.Handover;
import org.rapport.notification.messages.application.Carrier.Parcel;
import org.rapport.notification.messages.application.Letter;
import org.rapport.notification.messages.domain.MessageId;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class GuardedCarrierTest {
    private static final Parcel PARCEL = new Parcel(new MessageId("id"), "address", new Letter("", "text", null));

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, 5, UNREACHABLE", "IN_DOUBT, 5, UNREACHABLE", "REFUSED, 50, REFUSED", "TAKEN, 50, TAKEN"})
    void a_dead_provider_is_left_alone_and_one_that_answers_is_not(Handover answer, int asked, Handover last) {
        AtomicInteger calls = new AtomicInteger();
        Carrier guarded = new GuardedCarrier(
                "test",
                _ -> () -> {
                    calls.incrementAndGet();
                    return answer;
                },
                Duration.ofHours(1),
                Duration.ofNanos(1),
                Duration.ofSeconds(10));
        Handover end = Handover.TAKEN;
        for (int time = 0; time < 50; time++) {
            end = guarded.compose(PARCEL).hand();
        }
        assertThat(calls).hasValue(asked);
        assertThat(end).isEqualTo(last);
    }

    @Test
    void what_has_gathered_goes_out_in_a_row_and_no_faster_than_the_provider_takes_it() {
        AtomicInteger calls = new AtomicInteger();
        Duration apart = Duration.ofMillis(20);
        Carrier guarded = new GuardedCarrier(
                "test",
                _ -> () -> {
                    calls.incrementAndGet();
                    return Handover.TAKEN;
                },
                Duration.ofHours(1),
                apart,
                Duration.ofSeconds(30));
        long begin = System.nanoTime();
        for (int time = 0; time < 11; time++) {
            assertThat(guarded.compose(PARCEL).hand()).isEqualTo(Handover.TAKEN);
        }
        // Two may share the first period, which had begun before.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(apart.multipliedBy(9));
        assertThat(calls).hasValue(11);
    }

    @Test
    void a_message_whose_turn_does_not_come_in_time_goes_back_and_the_provider_is_not_blamed() {
        Carrier guarded = new GuardedCarrier(
                "test", _ -> () -> Handover.TAKEN, Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO);
        assertThat(guarded.compose(PARCEL).hand()).isEqualTo(Handover.TAKEN);
        for (int time = 0; time < 20; time++) {
            assertThat(guarded.compose(PARCEL).hand()).isEqualTo(Handover.UNREACHABLE);
        }
    }

    @Test
    void a_message_that_cannot_be_composed_says_nothing_about_the_provider() {
        AtomicInteger parcels = new AtomicInteger();
        Carrier guarded = new GuardedCarrier(
                "test",
                _ -> {
                    if (parcels.incrementAndGet() <= 50) {
                        throw new IllegalArgumentException("cannot be composed");
                    }
                    return () -> Handover.TAKEN;
                },
                Duration.ofHours(1),
                Duration.ofNanos(1),
                Duration.ofSeconds(10));
        for (int time = 0; time < 50; time++) {
            assertThatThrownBy(() -> guarded.compose(PARCEL)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(guarded.compose(PARCEL).hand()).isEqualTo(Handover.TAKEN);
    }
}
