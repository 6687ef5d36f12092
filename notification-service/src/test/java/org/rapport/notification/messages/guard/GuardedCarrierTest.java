package org.rapport.notification.messages.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.notification.messages.application.Carrier;
import org.rapport.notification.messages.application.Carrier.Handover;
import org.rapport.notification.messages.application.Carrier.Parcel;
import org.rapport.notification.messages.application.Letter;
import org.rapport.notification.messages.domain.MessageId;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class GuardedCarrierTest {
    @ParameterizedTest
    @CsvSource({"UNREACHABLE, 5, UNREACHABLE", "IN_DOUBT, 5, UNREACHABLE", "REFUSED, 50, REFUSED", "TAKEN, 50, TAKEN"})
    void a_dead_provider_is_left_alone_and_one_that_answers_is_not(Handover answer, int asked, Handover last) {
        AtomicInteger calls = new AtomicInteger();
        Carrier guarded = new GuardedCarrier(
                "test",
                _ -> {
                    calls.incrementAndGet();
                    return answer;
                },
                Duration.ofHours(1));
        Handover end = Handover.TAKEN;
        for (int time = 0; time < 50; time++) {
            end = guarded.hand(new Parcel(new MessageId("id"), "address", new Letter("", "text", null)));
        }
        assertThat(calls).hasValue(asked);
        assertThat(end).isEqualTo(last);
    }
}
