package org.rapport.journeys.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What lies on the topics: events no service has handled yet, and dead letters. */
final class Broker implements AutoCloseable {
    private static final Pattern DESTINATION =
            Pattern.compile("spring\\.cloud\\.stream\\.bindings\\.(.+)\\.destination");

    /** Topics by consumer group, as the services' own files say. */
    private final Map<String, Set<String>> listeners = listeners();

    private final Admin admin;
    private final KafkaConsumer<String, String> reader;

    Broker(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.reader = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static Map<String, Set<String>> listeners() {
        Map<String, Set<String>> listeners = new TreeMap<>();
        for (String service : Databases.SERVICES) {
            YamlPropertiesFactoryBean file = new YamlPropertiesFactoryBean();
            file.setResources(new ClassPathResource(service + "-service.yml"));
            Properties settings = Objects.requireNonNull(file.getObject());
            for (String name : settings.stringPropertyNames()) {
                Matcher binding = DESTINATION.matcher(name);
                // Who listens without a group starts at the end, and leaves nothing behind.
                if (binding.matches()
                        && !settings.containsKey("spring.cloud.stream.bindings." + binding.group(1) + ".group")) {
                    listeners.computeIfAbsent(service, _ -> new TreeSet<>()).add(settings.getProperty(name));
                }
            }
        }
        return listeners;
    }

    /** Events that some service has yet to handle. */
    List<String> unhandled() throws ExecutionException, InterruptedException {
        List<String> unhandled = new ArrayList<>();
        for (Map.Entry<String, Set<String>> listener : listeners.entrySet()) {
            Map<TopicPartition, OffsetAndMetadata> handled = admin.listConsumerGroupOffsets(listener.getKey())
                    .partitionsToOffsetAndMetadata()
                    .get();
            Set<TopicPartition> partitions = partitions(listener.getValue());
            Map<TopicPartition, Long> first = reader.beginningOffsets(partitions);
            for (Map.Entry<TopicPartition, Long> end :
                    reader.endOffsets(partitions).entrySet()) {
                OffsetAndMetadata next = handled.get(end.getKey());
                long from = next == null ? first.getOrDefault(end.getKey(), 0L) : next.offset();
                if (end.getValue() > from) {
                    unhandled.add(listener.getKey() + " has yet to handle " + (end.getValue() - from) + " events of "
                            + end.getKey());
                }
            }
        }
        return unhandled;
    }

    /** Topic and reason of each dead letter whose key is one of these. */
    List<String> deadLetters(Collection<String> keys) throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics().names().get().stream()
                .filter(name -> name.endsWith(".dlq"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<TopicPartition> partitions = partitions(topics);
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(reader.endOffsets(partitions));
        List<String> letters = new ArrayList<>();
        while (!ends.isEmpty()) {
            for (ConsumerRecord<String, String> letter : reader.poll(Duration.ofMillis(200))) {
                if (keys.contains(letter.key())) {
                    letters.add(letter.topic() + " " + letter.value() + " " + letter.headers());
                }
            }
            ends.entrySet().removeIf(end -> reader.position(end.getKey()) >= end.getValue());
        }
        return letters;
    }

    private Set<TopicPartition> partitions(Collection<String> topics) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> described =
                admin.describeTopics(topics).allTopicNames().get();
        return described.values().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }
}
