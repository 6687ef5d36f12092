package org.rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the code relies on from any broker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BrokerContract {
    abstract String broker();

    @Test
    void what_an_idempotent_producer_sent_is_read_once_and_in_order() throws Exception {
        String topic = freshTopic(broker());

        send(broker(), topic, 200);

        List<ConsumerRecord<String, String>> records = read(broker(), topic, 200);
        assertThat(records).extracting(ConsumerRecord::value).containsExactlyElementsOf(values(200));
        assertThat(records)
                .allSatisfy(sent -> assertThat(sent.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME));
    }

    @Test
    void a_group_goes_on_after_what_it_committed() throws Exception {
        String topic = freshTopic(broker());
        String group = "group-" + topic;
        send(broker(), topic, 3);

        try (KafkaConsumer<String, String> first = consumer(broker(), group)) {
            first.subscribe(List.of(topic));
            assertThat(poll(first, 3)).hasSize(3);
            first.commitSync();
        }
        send(broker(), topic, 2);

        try (KafkaConsumer<String, String> second = consumer(broker(), group)) {
            second.subscribe(List.of(topic));
            assertThat(poll(second, 2)).extracting(ConsumerRecord::offset).containsExactly(3L, 4L);
        }
    }

    @Test
    void a_topic_does_not_come_into_being_by_use() {
        String nowhere = "nowhere-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of(nowhere))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    static String freshTopic(String broker) throws Exception {
        String topic = "contract-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            NewTopic wanted = new NewTopic(topic, Optional.of(1), Optional.empty())
                    .configs(Map.of("message.timestamp.type", "LogAppendTime"));
            admin.createTopics(List.of(wanted)).all().get();
        }
        return topic;
    }

    /** Sends all before it awaits any, as the relay does. */
    static void send(String broker, String topic, int count) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker, "acks", "all", "enable.idempotence", true, "linger.ms", 0);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (String value : values(count)) {
                sent.add(producer.send(new ProducerRecord<>(topic, "key", value)));
            }
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get();
            }
        }
    }

    static List<ConsumerRecord<String, String>> read(String broker, String topic, int count) {
        try (KafkaConsumer<String, String> consumer = consumer(broker, "reader-" + topic)) {
            consumer.subscribe(List.of(topic));
            return poll(consumer, count);
        }
    }

    static List<String> values(int count) {
        List<String> values = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            values.add("event " + number);
        }
        return values;
    }

    private static List<ConsumerRecord<String, String>> poll(KafkaConsumer<String, String> consumer, int count) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (records.size() < count && System.nanoTime() < deadline) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        // One more look: what is doubled would come after what is expected.
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        return records;
    }

    private static KafkaConsumer<String, String> consumer(String broker, String group) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker,
                "group.id",
                group,
                "group.protocol",
                "consumer",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
