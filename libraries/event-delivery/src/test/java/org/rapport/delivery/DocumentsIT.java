package org.rapport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.contracts.EventTypes;
import org.rapport.contracts.Topics;
import org.rapport.delivery.Documents.Stored;
import org.rapport.delivery.TestDelivery.Counter;
import org.rapport.testkit.TestServers;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentsIT {
    private static TestDelivery delivery;
    private static Documents<Counter> counters;
    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void open() {
        new TopicSetup(TestServers.broker(), 3, 1, List.of(), "test").create();
        delivery = new TestDelivery(
                TestServers.store(),
                TestServers.freshDatabase() + "documents",
                TestServers.broker(),
                Clock.systemUTC(),
                Duration.ofSeconds(1));
        counters = delivery.counters();
    }

    @AfterAll
    static void close() {
        delivery.close();
    }

    @Test
    void what_was_saved_is_found() {
        assertThat(counters.save(id, 0, new Counter(1, "a"), Change.none())).isEqualTo(Saved.SAVED);

        assertThat(counters.find(id)).hasValueSatisfying(stored -> {
            assertThat(stored.version()).isEqualTo(1);
            assertThat(stored.state()).isEqualTo(new Counter(1, "a"));
        });
    }

    @Test
    void a_second_insert_is_stale() {
        counters.save(id, 0, new Counter(1, "a"), Change.none());

        assertThat(counters.save(id, 0, new Counter(9, "b"), Change.none())).isEqualTo(Saved.STALE);
        assertThat(counters.find(id).orElseThrow().state().count()).isEqualTo(1);
    }

    @Test
    void a_write_on_an_old_version_is_stale_and_changes_nothing() {
        counters.save(id, 0, new Counter(1, "a"), Change.none());
        counters.save(id, 1, new Counter(2, "a"), Change.none());

        Change late = Change.of(TestDelivery.event(UUID.randomUUID())).claiming(List.of("late|" + id));
        assertThat(counters.save(id, 1, new Counter(9, "late"), late)).isEqualTo(Saved.STALE);
        assertThat(counters.find(id).orElseThrow().state().count()).isEqualTo(2);
        assertThat(raw().get("claims")).isNull();
    }

    @Test
    void a_claim_is_held_by_one_document_only_and_free_again_when_given_up() {
        String other = UUID.randomUUID().toString();
        Change claiming = Change.none().claiming(List.of("host|" + id, "host|" + id + "|next"));
        counters.save(id, 0, new Counter(1, "a"), claiming);

        assertThat(counters.save(other, 0, new Counter(1, "b"), claiming)).isEqualTo(Saved.TAKEN);
        assertThat(counters.find(other)).isEmpty();

        counters.save(id, 1, new Counter(2, "a"), Change.none());
        assertThat(counters.save(other, 0, new Counter(1, "b"), claiming)).isEqualTo(Saved.SAVED);
    }

    @Test
    void a_refused_claim_leaves_the_old_ones_whole() {
        String other = UUID.randomUUID().toString();
        counters.save(id, 0, new Counter(1, "a"), Change.none().claiming(List.of("old|" + id)));
        counters.save(other, 0, new Counter(1, "b"), Change.none().claiming(List.of("new|" + id)));

        Change move = Change.none().claiming(List.of("new|" + id, "more|" + id));
        assertThat(counters.save(id, 1, new Counter(2, "a"), move)).isEqualTo(Saved.TAKEN);
        assertThat(raw().getList("claims", String.class)).containsExactly("old|" + id);
    }

    @Test
    void a_broken_document_does_not_keep_what_others_left_from_being_sent() {
        Instant longAgo = Instant.parse("2026-01-01T00:00:00Z");
        UUID inquiry = UUID.randomUUID();
        delivery.database
                .getCollection("counters")
                .insertMany(List.of(
                        new Document("_id", 7)
                                .append("relayAt", longAgo)
                                .append("outbox", List.of(new Document("id", 7))),
                        new Document("_id", id + "-text").append("relayAt", "soon"),
                        new Document("_id", id + "-bare")
                                .append("relayAt", longAgo)
                                .append("outbox", List.of(new Document())),
                        new Document("_id", id)
                                .append("version", 1L)
                                .append("relayAt", longAgo.plusSeconds(1))
                                .append("outbox", List.of(leftOver(inquiry).toDocument()))));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sentFor(inquiry)).hasSize(1));
        delivery.database.getCollection("counters").deleteMany(Filters.exists("state", false));
    }

    private static List<?> sentFor(UUID inquiry) {
        return TestDelivery.records(TestServers.broker(), Topics.MATCHING_REFERRALS).stream()
                .filter(message -> message.key().equals(inquiry.toString()))
                .toList();
    }

    private OutboxEntry leftOver(UUID inquiry) {
        return new OutboxEntry(
                id + "/1",
                Topics.MATCHING_REFERRALS,
                inquiry,
                EventTypes.nameOf(TestDelivery.event(inquiry)),
                id,
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                EventJson.write(TestDelivery.event(inquiry)),
                Trace.next());
    }

    @Test
    void of_fifty_who_claim_the_same_one_wins() throws Exception {
        CyclicBarrier together = new CyclicBarrier(50);
        Change claiming = Change.none().claiming(List.of("race|" + id));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Saved>> racers = IntStream.range(0, 50)
                    .<Callable<Saved>>mapToObj(n -> () -> {
                        together.await();
                        return counters.save(id + "-" + n, 0, new Counter(n, "race"), claiming);
                    })
                    .toList();
            List<Saved> outcomes =
                    threads.invokeAll(racers).stream().map(Future::resultNow).toList();
            assertThat(outcomes).filteredOn(Saved.SAVED::equals).hasSize(1);
            assertThat(outcomes).filteredOn(Saved.TAKEN::equals).hasSize(49);
        }
    }

    @Test
    void a_write_the_store_broke_off_is_written_again_under_its_version() {
        Documents<Counter> breaking = new Documents<>(
                breakingOffEveryFirst(delivery.database.getCollection("counters")),
                Counter.class,
                delivery.relay,
                delivery.wakeUps,
                Clock.systemUTC(),
                List.of());

        assertThat(breaking.save(id, 0, new Counter(1, "a"), Change.none())).isEqualTo(Saved.SAVED);
        assertThat(breaking.save(id, 1, new Counter(2, "a"), Change.none())).isEqualTo(Saved.SAVED);
        assertThat(breaking.save(id, 1, new Counter(9, "late"), Change.none())).isEqualTo(Saved.STALE);

        assertThat(counters.find(id).orElseThrow()).isEqualTo(new Stored<>(id, 2, new Counter(2, "a")));
    }

    @Test
    void events_leave_with_the_write_and_then_the_document() {
        UUID inquiry = UUID.randomUUID();
        counters.save(id, 0, new Counter(1, "a"), Change.of(TestDelivery.event(inquiry), TestDelivery.event(inquiry)));
        counters.save(id, 2, new Counter(2, "a"), Change.of(TestDelivery.event(inquiry)));

        await().untilAsserted(() -> assertThat(raw()).doesNotContainKeys("outbox", "relayAt"));
        var sent = TestDelivery.records(TestServers.broker(), Topics.MATCHING_REFERRALS).stream()
                .filter(message -> inquiry.toString().equals(message.key()))
                .toList();
        assertThat(sent)
                .extracting(message -> TestDelivery.header(message, CloudEventHeaders.SEQUENCE))
                .containsExactly("1", "2", "3");
        assertThat(sent)
                .extracting(message -> TestDelivery.header(message, CloudEventHeaders.ID))
                .containsExactly(id + "/1", id + "/2", id + "/3");
        assertThat(sent).allSatisfy(message -> {
            assertThat(TestDelivery.header(message, CloudEventHeaders.SPEC_VERSION))
                    .isEqualTo("1.0");
            assertThat(TestDelivery.header(message, CloudEventHeaders.TYPE))
                    .isEqualTo("org.rapport.matching.referral-opened.v1");
            assertThat(TestDelivery.header(message, CloudEventHeaders.SOURCE)).isEqualTo("/test");
            assertThat(TestDelivery.header(message, CloudEventHeaders.TRACEPARENT))
                    .startsWith("00-");
        });
    }

    @Test
    void a_due_document_is_found_by_its_time_and_state() {
        Instant due = Instant.parse("2026-12-01T00:00:00Z");
        counters.save(id, 0, new Counter(7, id), Change.none().wakingAt(due));

        assertThat(counters.find(
                        Filters.and(Filters.eq("state.note", id), Filters.lte("wakeAt", due)),
                        Sorts.ascending("wakeAt"),
                        5))
                .singleElement()
                .satisfies(stored -> assertThat(stored.id()).isEqualTo(id));
    }

    /** Every first write of two ends as a deadlock does on DocumentDB on PostgreSQL, before anything is written. */
    @SuppressWarnings("unchecked") // a proxy has no type parameters
    private static MongoCollection<Document> breakingOffEveryFirst(MongoCollection<Document> collection) {
        AtomicInteger writes = new AtomicInteger();
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                DocumentsIT.class.getClassLoader(), new Class<?>[] {MongoCollection.class}, (_, method, arguments) -> {
                    if (Set.of("insertOne", "updateOne").contains(method.getName())
                            && writes.getAndIncrement() % 2 == 0) {
                        throw new MongoWriteException(
                                new WriteError(WriteConflicts.DEADLOCK, "deadlock detected", new BsonDocument()),
                                new ServerAddress(),
                                Set.of());
                    }
                    try {
                        return method.invoke(collection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Document raw() {
        return delivery.database
                .getCollection("counters")
                .find(Filters.eq("_id", id))
                .first();
    }
}
