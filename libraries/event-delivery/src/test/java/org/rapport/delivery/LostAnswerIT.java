package org.rapport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.contracts.Topics;
import org.rapport.delivery.TestDelivery.Counter;
import org.rapport.testkit.TestServers;

/** The way to the store or to the broker is bad; what was answered is true all the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostAnswerIT {
    private static final String DATABASE = TestServers.freshDatabase() + "lost";
    private static final FlakyProxy proxy = proxy();
    private static final MongoClient direct = MongoClients.create(TestServers.store());
    private static final TestDelivery delivery = new TestDelivery(
            // The driver's own retry would hide what is tested here; a store without sessions gets none anyway.
            "mongodb://127.0.0.1:" + proxy.port()
                    + "/?directConnection=true&retryWrites=false&socketTimeoutMS=1000&connectTimeoutMS=2000"
                    + "&serverSelectionTimeoutMS=3000&heartbeatFrequencyMS=500",
            DATABASE,
            TestServers.broker(),
            Clock.systemUTC(),
            Duration.ofMillis(500));
    private static final Documents<Counter> counters = delivery.counters();
    private final String id = UUID.randomUUID().toString();
    private final UUID inquiry = UUID.randomUUID();
    private final Change change = Change.of(TestDelivery.event(inquiry)).claiming(List.of("slot|" + id));

    private static FlakyProxy proxy() {
        ServerAddress store = new ServerAddress(
                new ConnectionString(TestServers.store()).getHosts().getFirst());
        return new FlakyProxy(store.getHost(), store.getPort());
    }

    @BeforeAll
    static void createTopics() {
        new TopicSetup(TestServers.broker(), 3, 1, List.of(), "test").create();
    }

    @AfterAll
    static void close() {
        delivery.close();
        direct.close();
        proxy.close();
    }

    @BeforeEach
    void heal() {
        proxy.heal();
        await().ignoreExceptions().until(() -> counters.find("nobody").isEmpty());
    }

    @Test
    void an_insert_whose_answer_is_lost_is_known_to_have_happened() {
        proxy.loseReplyTo(id);

        assertThat(counters.save(id, 0, new Counter(1, "a"), change)).isEqualTo(Saved.SAVED);

        assertThat(proxy.hasLost()).isTrue();
        assertHoldsTheClaimAlone(1);
        assertEventsGoOut(1);
    }

    @Test
    void an_update_whose_answer_is_lost_is_known_to_have_happened() {
        counters.save(id, 0, new Counter(1, "a"), Change.none());
        proxy.loseReplyTo(id);

        assertThat(counters.save(id, 1, new Counter(2, "a"), change)).isEqualTo(Saved.SAVED);

        assertThat(proxy.hasLost()).isTrue();
        assertHoldsTheClaimAlone(2);
        assertEventsGoOut(2);
    }

    @Test
    void a_write_answered_too_late_is_known_to_have_happened() {
        proxy.delayReplyTo(id, Duration.ofMillis(1_600));

        assertThat(counters.save(id, 0, new Counter(1, "a"), change)).isEqualTo(Saved.SAVED);

        assertThat(proxy.hasLost()).isTrue();
        assertHoldsTheClaimAlone(1);
    }

    @Test
    void an_insert_that_did_not_arrive_throws_and_may_be_repeated() {
        proxy.loseRequest(id);

        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> counters.save(id, 0, new Counter(1, "a"), change));
        assertThat(stored()).isNull();

        assertThat(counters.save(id, 0, new Counter(1, "a"), change)).isEqualTo(Saved.SAVED);
        assertHoldsTheClaimAlone(1);
        assertEventsGoOut(1);
    }

    @Test
    void an_update_that_did_not_arrive_throws_and_leaves_the_claims_as_they_were() {
        counters.save(id, 0, new Counter(1, "a"), Change.none().claiming(List.of("before|" + id)));
        proxy.loseRequest(id);

        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> counters.save(id, 1, new Counter(2, "a"), change));
        assertThat(stored())
                .containsEntry("version", 1L)
                .containsEntry("claims", List.of("before|" + id))
                .doesNotContainKey("outbox");

        assertThat(counters.save(id, 1, new Counter(2, "a"), change)).isEqualTo(Saved.SAVED);
        assertHoldsTheClaimAlone(2);
    }

    @Test
    void when_the_store_stays_away_the_outcome_is_unknown_and_repeating_the_decision_finds_it() {
        proxy.loseReplyToAndCut(id);

        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> counters.save(id, 0, new Counter(1, "a"), change));
        proxy.heal();

        await().ignoreExceptions().until(() -> counters.find(id).isPresent());
        assertThat(counters.save(id, 0, new Counter(1, "again"), change)).isEqualTo(Saved.STALE);
        assertHoldsTheClaimAlone(1);
        assertEventsGoOut(1);
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                outage("a blackhole", FlakyProxy::blackhole),
                outage("refused connections", FlakyProxy::cut),
                outage("answers later than anybody waits", proxy -> proxy.delay(Duration.ofSeconds(3))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void while_the_store_is_away_a_save_fails_in_time_and_afterwards_works(String name, Consumer<FlakyProxy> outage) {
        outage.accept(proxy);

        long begun = System.nanoTime();
        assertThatExceptionOfType(MongoException.class)
                .as(name)
                .isThrownBy(() -> counters.save(id, 0, new Counter(1, "a"), change));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));

        proxy.heal();
        await().ignoreExceptions()
                .until(() -> counters.save(id, 0, new Counter(1, "a"), change) == Saved.SAVED
                        || counters.find(id).isPresent());
        assertHoldsTheClaimAlone(1);
    }

    @Test
    void a_slow_store_is_no_fault() {
        proxy.delay(Duration.ofMillis(200));

        assertThat(counters.save(id, 0, new Counter(1, "a"), change)).isEqualTo(Saved.SAVED);
    }

    @Test
    void without_a_broker_saves_work_at_once_and_the_events_go_out_when_there_is_one() {
        String database = TestServers.freshDatabase() + "dead-broker";
        try (TestDelivery cutOff = delivery(database, "127.0.0.1:1")) {
            Documents<Counter> documents = cutOff.counters();
            for (int version = 0; version < 20; version++) {
                long begun = System.nanoTime();
                assertThat(documents.save(id, version, new Counter(version, "a"), change))
                        .isEqualTo(Saved.SAVED);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
            }
        }
        try (TestDelivery connected = delivery(database, TestServers.broker())) {
            connected.counters();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> direct.getDatabase(database)
                                    .getCollection("counters")
                                    .countDocuments(Filters.exists("outbox"))
                            == 0);
            assertThat(sequences())
                    .containsExactlyElementsOf(Stream.iterate(1, number -> number + 1)
                            .limit(20)
                            .map(String::valueOf)
                            .toList());
        }
    }

    private static TestDelivery delivery(String database, String broker) {
        return new TestDelivery(TestServers.store(), database, broker, Clock.systemUTC(), Duration.ofMillis(500));
    }

    private static Arguments outage(String name, Consumer<FlakyProxy> outage) {
        return Arguments.of(name, outage);
    }

    private void assertHoldsTheClaimAlone(long version) {
        assertThat(stored()).containsEntry("version", version).containsEntry("claims", List.of("slot|" + id));
        assertThat(counters.save(id + "-other", 0, new Counter(1, "b"), change)).isEqualTo(Saved.TAKEN);
        assertThat(direct.getDatabase(DATABASE)
                        .getCollection("counters")
                        .countDocuments(Filters.eq("claims", "slot|" + id)))
                .isEqualTo(1);
    }

    private void assertEventsGoOut(long sequence) {
        await().atMost(Duration.ofSeconds(20)).until(() -> sequences().contains(Long.toString(sequence)));
        assertThat(sequences()).containsOnly(Long.toString(sequence));
    }

    /** Of the events of this test's inquiry, in the order of the topic, without repeats. */
    private List<String> sequences() {
        return TestDelivery.records(TestServers.broker(), Topics.MATCHING_REFERRALS).stream()
                .filter(message -> inquiry.toString().equals(message.key()))
                .map(message -> TestDelivery.header(message, CloudEventHeaders.SEQUENCE))
                .distinct()
                .toList();
    }

    private @Nullable Document stored() {
        return direct.getDatabase(DATABASE)
                .getCollection("counters")
                .find(Filters.eq("_id", id))
                .first();
    }
}
