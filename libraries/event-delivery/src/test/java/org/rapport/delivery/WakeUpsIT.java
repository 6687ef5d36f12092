package org.rapport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.delivery.TestDelivery.Counter;
import org.rapport.testkit.SettableClock;
import org.rapport.testkit.TestServers;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WakeUpsIT {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private final SettableClock clock = SettableClock.at(NOW);
    private final String database = TestServers.freshDatabase() + "wake";
    private final TestDelivery delivery = delivery();
    private final Documents<Counter> counters = delivery.counters();
    private final Collection<String> woken = new ConcurrentLinkedQueue<>();
    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void one_that_is_due_later_is_woken_when_the_clock_gets_there_and_not_before() {
        wakesOnce(delivery, counters);
        save(id, NOW.plusSeconds(3_600));
        save("due-already", NOW.minusSeconds(1));
        await().until(() -> woken.contains("due-already"));
        assertThat(woken).doesNotContain(id);

        clock.advance(Duration.ofHours(1));
        delivery.wakeUps.sweep();
        await().untilAsserted(() -> assertThat(woken).containsExactlyInAnyOrder("due-already", id));
    }

    @Test
    void what_was_due_before_the_start_is_woken_at_the_start() {
        save(id, NOW.minusSeconds(86_400));
        wakesOnce(delivery, counters);
        await().untilAsserted(() -> assertThat(woken).containsExactly(id));
    }

    @Test
    void one_that_fails_is_tried_again_and_holds_up_no_other() {
        AtomicInteger attempts = new AtomicInteger();
        save("fails", NOW.minusSeconds(60));
        save("works", NOW.minusSeconds(30));
        delivery.wakeUps.on(counters, due -> {
            if (due.equals("fails") && attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            woken.add(due);
            clear(counters, due);
        });
        delivery.wakeUps.start();

        await().until(() -> woken.contains("works"));
        await().untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(5));
            delivery.wakeUps.sweep();
            assertThat(woken).containsExactlyInAnyOrder("works", "fails");
        });
        assertThat(attempts).hasValue(3);
    }

    @Test
    void a_broken_document_keeps_no_other_from_being_woken() {
        delivery.database
                .getCollection("counters")
                .insertOne(new Document("_id", 7).append("wakeAt", NOW.minusSeconds(60)));
        save(id, NOW.minusSeconds(30));
        wakesOnce(delivery, counters);
        await().untilAsserted(() -> assertThat(woken).containsExactly(id));
    }

    @Test
    void of_two_instances_one_write_wins() {
        try (TestDelivery other = delivery()) {
            wakesOnce(delivery, counters);
            wakesOnce(other, other.counters());
            for (int n = 0; n < 50; n++) {
                save("shared-" + n, NOW.plusSeconds(60));
            }
            clock.advance(Duration.ofMinutes(2));
            delivery.wakeUps.sweep();
            other.wakeUps.sweep();
            await().untilAsserted(() -> assertThat(woken).hasSize(50).doesNotHaveDuplicates());
        }
    }

    private TestDelivery delivery() {
        return new TestDelivery(TestServers.store(), database, TestServers.broker(), clock, Duration.ofSeconds(1));
    }

    /** Counts as woken only who wrote first. */
    private void wakesOnce(TestDelivery at, Documents<Counter> documents) {
        at.wakeUps.on(documents, due -> {
            if (clear(documents, due) == Saved.SAVED) {
                woken.add(due);
            }
        });
        at.wakeUps.start();
    }

    private static Saved clear(Documents<Counter> documents, String due) {
        var stored = documents.find(due).orElseThrow();
        return stored.state().count() > 0
                ? Saved.STALE
                : documents.save(due, stored.version(), new Counter(1, "woken"), Change.none());
    }

    private void save(String name, Instant wakeAt) {
        assertThat(counters.save(
                        name, 0, new Counter(0, "asleep"), Change.of(List.of()).wakingAt(wakeAt)))
                .isEqualTo(Saved.SAVED);
    }
}
