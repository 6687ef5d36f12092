package org.rapport.delivery;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.UuidRepresentation;
import org.rapport.contracts.MatchingReferrals.ReferralOpened;

/** Store, relay and wake-ups as a service has them, without Spring. */
final class TestDelivery implements AutoCloseable {

    /** A document a test can change, one event a change. */
    public record Counter(int count, String note) {}

    final MongoClient client;
    final MongoDatabase database;
    final Relay relay;
    final WakeUps wakeUps;
    final DocumentStore store;

    TestDelivery(String mongodb, String databaseName, String kafka, Clock clock, Duration lease) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongodb))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        database = client.getDatabase(databaseName);
        relay = new Relay(producer(kafka), "/test", lease);
        wakeUps = new WakeUps(clock, Duration.ofMillis(500));
        store = new DocumentStore(database, relay, wakeUps, clock);
    }

    Documents<Counter> counters() {
        return store.collection("counters", Counter.class);
    }

    static ReferralOpened event(UUID inquiryId) {
        return new ReferralOpened(inquiryId, Instant.parse("2026-11-22T10:00:00Z"));
    }

    static KafkaProducer<String, byte[]> producer(String kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0, "max.block.ms", 3_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Everything on a topic now. */
    static List<ConsumerRecord<String, byte[]>> records(String kafka, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> parts = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (parts.stream().anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    static String header(ConsumerRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        wakeUps.close();
        relay.close();
        client.close();
    }
}
