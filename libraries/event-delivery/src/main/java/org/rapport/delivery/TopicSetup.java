package org.rapport.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.rapport.contracts.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics, and the dead-letter topics of this service, when it starts; a broker never creates one by use. */
final class TopicSetup implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String bootstrapServers;
    private final int partitions;
    private final short replication;
    private final Set<String> deadLetterTopics;
    private volatile boolean closed;

    /** @param consumed topics this service listens to in the given group */
    TopicSetup(String bootstrapServers, int partitions, int replication, List<String> consumed, String group) {
        this.bootstrapServers = bootstrapServers;
        this.partitions = partitions;
        this.replication = (short) replication;
        this.deadLetterTopics = consumed.stream()
                .map(topic -> DeadLetters.topicOf(topic, group))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tries for a few seconds, then lets the service start and goes on trying: pages work without a broker. */
    void create() {
        if (!createdWithin(PATIENCE)) {
            Thread.ofVirtual().name("topic-setup").start(this::goOnTrying);
        }
    }

    private void goOnTrying() {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (!closed && !createdWithin(PATIENCE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean createdWithin(Duration patience) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) patience.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3_000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            List<NewTopic> missing = Stream.concat(Topics.ALL.stream(), deadLetterTopics.stream())
                    .filter(name -> !present.contains(name))
                    .map(this::described)
                    .toList();
            for (var created : admin.createTopics(missing).values().entrySet()) {
                awaitCreation(
                        created.getKey(), created.getValue().toCompletionStage().toCompletableFuture(), patience);
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            log.warn("topics at {} not created yet, tried again: {}", bootstrapServers, why.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void awaitCreation(String name, CompletableFuture<Void> creation, Duration patience)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            creation.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            log.info("topic {} created", name);
        } catch (ExecutionException e) {
            // Another instance was first.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private NewTopic described(String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(Duration.ofDays(30).toMillis()));
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replication >= 3 ? "2" : "1");
        int parts = deadLetterTopics.contains(name) ? 1 : partitions;
        return new NewTopic(name, parts, replication).configs(settings);
    }

    @Override
    public void close() {
        closed = true;
    }
}
