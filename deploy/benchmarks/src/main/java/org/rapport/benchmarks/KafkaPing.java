package org.rapport.benchmarks;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;

/** The yardstick: a bare producer to a bare consumer, same broker, same size of message, {@code acks=all}, no linger. */
final class KafkaPing implements AutoCloseable {
    private static final String TOPIC = "benchmark.ping.v1";
    private static final int BYTES = 300;

    private final KafkaProducer<Long, byte[]> producer;
    private final KafkaConsumer<Long, byte[]> consumer;
    private final Thread listening = new Thread(this::listen, "ping");
    private final AtomicLong received = new AtomicLong();
    private volatile Histogram histogram = new SynchronizedHistogram(3);
    private volatile boolean closed;

    KafkaPing(String kafka) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            if (!admin.listTopics().names().get(10, TimeUnit.SECONDS).contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get(10, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new IllegalStateException("The ping topic cannot be made", e);
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0),
                new LongSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new LongDeserializer(), new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        consumer.position(partition);
        listening.start();
    }

    /** Nanoseconds from the instant a message was due to its arrival. */
    Histogram measure(int perSecond, Duration length) throws InterruptedException {
        Histogram measured = new SynchronizedHistogram(3);
        histogram = measured;
        long before = received.get();
        OpenLoop.run(perSecond, length, due -> {
            Future<?> _ = producer.send(
                    new ProducerRecord<>(TOPIC, due, ByteBuffer.allocate(BYTES).array()));
        });
        long expected = before + length.toMillis() * perSecond / 1_000;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (received.get() < expected && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return measured;
    }

    private void listen() {
        try (consumer) {
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    histogram.recordValue(Math.max(0, System.nanoTime() - message.key()));
                    received.incrementAndGet();
                });
            }
        } catch (WakeupException e) {
            // Closed while waiting for messages.
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        producer.close();
    }
}
