package org.rapport.booking.visitors.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageLimitsTest {

    private static final UUID HOLD = new UUID(1, 1);

    private final List<String> counted = new ArrayList<>();
    private Taking answer = new Taking.Granted();
    private final MessageLimits limits = new MessageLimits((what, who, _) -> {
        counted.add(what + " " + who);
        return answer;
    });

    @Test
    void messages_and_texts_beside_a_mail_are_counted_each_for_itself() {
        assertThat(limits.areReached("a", HOLD)).isFalse();
        answer = new Taking.Refused(Duration.ofHours(1));
        assertThat(limits.areTextsReached("a", HOLD)).isTrue();
        assertThat(limits.areReached("a", HOLD)).isFalse();
        assertThat(counted).containsExactly("MESSAGES a", "TEXTS a");
    }

    @Test
    void an_occasion_counts_once_and_is_answered_the_same() {
        assertThat(limits.areReached("a", HOLD)).isFalse();
        answer = new Taking.Refused(Duration.ofHours(1));
        assertThat(limits.areReached("a", HOLD)).isFalse();
        assertThat(counted).hasSize(1);
        assertThat(limits.areReached("a", new UUID(1, 2)))
                .as("another occasion")
                .isTrue();
        assertThat(limits.areReached("b", HOLD)).as("other addresses").isTrue();
        assertThat(counted).containsExactly("MESSAGES a", "MESSAGES a", "MESSAGES b");
    }

    @Test
    void of_two_clicks_at_once_one_counts() throws Exception {
        for (int round = 0; round < 200; round++) {
            UUID hold = new UUID(2, round);
            CyclicBarrier both = new CyclicBarrier(2);
            Callable<Boolean> click = () -> {
                both.await();
                return limits.areReached("a", hold);
            };
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (Future<Boolean> one : threads.invokeAll(List.of(click, click))) {
                    assertThat(one.get()).isFalse();
                }
            }
        }
        assertThat(counted).hasSize(200);
    }

    @Test
    void no_more_occasions_are_remembered_than_so_many() {
        for (int number = 0; number <= 10_000; number++) {
            limits.areReached("a", new UUID(3, number));
        }
        limits.areReached("a", new UUID(3, 10_000));
        assertThat(counted).hasSize(10_001);
        limits.areReached("a", new UUID(3, 0));
        assertThat(counted).as("the oldest is forgotten").hasSize(10_002);
    }
}
