package org.rapport.delivery;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.contracts.NotificationMessages.Channel;
import org.rapport.contracts.NotificationMessages.MessageSent;
import org.rapport.contracts.PublishedEvent;
import org.rapport.contracts.Topics;
import org.rapport.delivery.TestDelivery.Counter;
import org.rapport.testkit.TestServers;

/** A service dies at each step between its write and the empty outbox, and another one finishes its work. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelayCrashIT {
    private static final Duration LEASE = Duration.ofMillis(500);
    private static final String TOPIC = Topics.NOTIFICATION_MESSAGES;
    private final String database = TestServers.freshDatabase() + "crash";

    /** A service that writes until it dies, and says beforehand what it is about to write. */
    static final class Writer {
        private static final int DOCUMENTS = 7;
        private static final int CHANGES = 3_000;

        private Writer() {}

        public static void main(String[] arguments) {
            ChildJvm.endWithParent();
            String database = arguments[1];
            try (TestDelivery delivery =
                    new TestDelivery(arguments[0], database, arguments[2], Clock.systemUTC(), LEASE)) {
                Documents<Counter> counters = delivery.counters();
                long[] versions = new long[DOCUMENTS];
                for (int change = 0; change < CHANGES; change++) {
                    int document = change % DOCUMENTS;
                    String id = database + "-" + document;
                    long from = versions[document];
                    long to = from + 1 + change % 3;
                    ChildJvm.tell("writing " + id + " " + from + " " + to);
                    Saved saved = counters.save(id, from, new Counter((int) to, id), Change.of(events(id, from, to)));
                    if (saved != Saved.SAVED) {
                        throw new IllegalStateException(id + " is " + saved);
                    }
                    versions[document] = to;
                }
            }
        }

        private static List<PublishedEvent> events(String id, long from, long to) {
            UUID inquiry = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
            return LongStream.rangeClosed(from + 1, to)
                    .<PublishedEvent>mapToObj(
                            number -> new MessageSent(id + "/" + number, inquiry, "TEST", Channel.EMAIL, Instant.EPOCH))
                    .toList();
        }
    }

    /** All but the consumers' points, so that a new one is tried here and fails until something reaches it. */
    static Stream<CrashPoint> points() {
        return Stream.of(CrashPoint.values()).filter(point -> !ConsumerCrashIT.POINTS.contains(point));
    }

    @BeforeAll
    static void createTopics() {
        new TopicSetup(TestServers.broker(), 3, 1, List.of(), "test").create();
    }

    @ParameterizedTest
    @MethodSource("points")
    void what_was_written_goes_out_and_what_was_not_does_not(CrashPoint point) {
        List<Write> writes;
        // Pulls come many documents at a time, so fewer of them.
        int times = point == CrashPoint.AFTER_PULL ? 8 : 40;
        try (ChildJvm writer = ChildJvm.start(
                Writer.class, Map.of(point, times), TestServers.store(), database, TestServers.broker())) {
            writer.awaitCrash();
            writes = writer.told("writing ").stream().map(Write::parse).toList();
        }
        try (TestDelivery next =
                new TestDelivery(TestServers.store(), database, TestServers.broker(), Clock.systemUTC(), LEASE)) {
            Map<String, Long> versions = versions(next);
            assertThat(versions).isEqualTo(expected(writes, versions, point));
            boolean left = isAnythingLeft(next);

            next.counters();
            await().atMost(Duration.ofSeconds(20)).until(() -> !isAnythingLeft(next));

            Map<String, List<Long>> sent = sent();
            assertThat(sent.keySet()).isEqualTo(versions.keySet());
            versions.forEach((id, version) -> assertThat(
                            sent.getOrDefault(id, List.of()).stream().distinct().sorted())
                    .as(id)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, version).boxed().toList()));
            if (point == CrashPoint.AFTER_WRITE || point == CrashPoint.AFTER_ACKNOWLEDGEMENT) {
                assertThat(left).as("the crash left something to do").isTrue();
            }
            if (point == CrashPoint.AFTER_ACKNOWLEDGEMENT) {
                assertThat(sent.values().stream().mapToInt(List::size).sum())
                        .as("sent again, since nobody knew of the acknowledgement")
                        .isGreaterThan(versions.values().stream()
                                .mapToInt(Long::intValue)
                                .sum());
            }
        }
    }

    private record Write(String id, long from, long to) {
        static Write parse(String line) {
            String[] words = line.split(" ", -1);
            return new Write(words[1], Long.parseLong(words[2]), Long.parseLong(words[3]));
        }
    }

    /** Every write but the last was answered; the last one happened or not, and at two points it is known which. */
    private static Map<String, Long> expected(List<Write> writes, Map<String, Long> stored, CrashPoint point) {
        Map<String, Long> versions = new HashMap<>();
        writes.subList(0, writes.size() - 1).forEach(write -> versions.put(write.id(), write.to()));
        Write last = writes.getLast();
        boolean happened = point == CrashPoint.AFTER_WRITE
                || (point != CrashPoint.BEFORE_WRITE && stored.getOrDefault(last.id(), 0L) == last.to());
        if (happened) {
            versions.put(last.id(), last.to());
        }
        return versions;
    }

    private static Map<String, Long> versions(TestDelivery delivery) {
        Map<String, Long> versions = new HashMap<>();
        delivery.database
                .getCollection("counters")
                .find()
                .forEach(document -> versions.put(document.getString("_id"), document.getLong("version")));
        return versions;
    }

    private static boolean isAnythingLeft(TestDelivery delivery) {
        Document left = delivery.database
                .getCollection("counters")
                .find(Filters.or(Filters.exists("outbox"), Filters.exists("relayAt")))
                .first();
        return left != null;
    }

    /** Sequences on the topic by subject, as often as they are there. */
    private Map<String, List<Long>> sent() {
        Map<String, List<ConsumerRecord<String, byte[]>>> bySubject =
                TestDelivery.records(TestServers.broker(), TOPIC).stream()
                        .filter(message -> TestDelivery.header(message, CloudEventHeaders.SUBJECT)
                                .startsWith(database))
                        .collect(groupingBy(message -> TestDelivery.header(message, CloudEventHeaders.SUBJECT)));
        Map<String, List<Long>> sequences = new HashMap<>();
        bySubject.forEach((subject, messages) -> {
            messages.forEach(RelayCrashIT::assertIsWhatItSays);
            sequences.put(
                    subject,
                    messages.stream()
                            .map(message -> Long.valueOf(TestDelivery.header(message, CloudEventHeaders.SEQUENCE)))
                            .toList());
        });
        return sequences;
    }

    private static void assertIsWhatItSays(ConsumerRecord<String, byte[]> message) {
        String id = TestDelivery.header(message, CloudEventHeaders.SUBJECT) + "/"
                + TestDelivery.header(message, CloudEventHeaders.SEQUENCE);
        assertThat(TestDelivery.header(message, CloudEventHeaders.ID)).isEqualTo(id);
        assertThat(EventJson.read(TestDelivery.header(message, CloudEventHeaders.TYPE), message.value()))
                .isInstanceOfSatisfying(MessageSent.class, event -> {
                    assertThat(event.messageId()).isEqualTo(id);
                    assertThat(message.key()).isEqualTo(event.inquiryId().toString());
                });
    }
}
