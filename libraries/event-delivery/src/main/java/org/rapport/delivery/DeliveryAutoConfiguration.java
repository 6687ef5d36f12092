package org.rapport.delivery;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** Wires the store, the relay, wake-ups and consumers of one service. */
@AutoConfiguration
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MongoClient mongoClient(DeliverySettings settings, ObjectProvider<CommandListener> listeners) {
        MongoClientSettings.Builder client = MongoClientSettings.builder();
        listeners.forEach(client::addCommandListener);
        return MongoClients.create(client.uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS))
                .applyConnectionString(new ConnectionString(settings.mongodbUri()))
                .build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, DeliverySettings settings) {
        return client.getDatabase(settings.database());
    }

    @Bean
    Relay relay(DeliverySettings settings, @Value("${spring.application.name}") String service) {
        return new Relay(
                new KafkaProducer<>(producerSettings(settings), new StringSerializer(), new ByteArraySerializer()),
                "/" + service,
                settings.relayLease());
    }

    @Bean
    WakeUps wakeUps(Clock clock, DeliverySettings settings) {
        return new WakeUps(clock, settings.sweepPause());
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> wakeUpsStart(WakeUps wakeUps) {
        return _ -> wakeUps.start();
    }

    @Bean
    DocumentStore documentStore(MongoDatabase database, Relay relay, WakeUps wakeUps, Clock clock) {
        return new DocumentStore(database, relay, wakeUps, clock);
    }

    @Bean
    EventConsumers eventConsumers() {
        return new EventConsumers();
    }

    @Bean(initMethod = "create")
    TopicSetup topicSetup(
            DeliverySettings settings,
            BindingServiceProperties bindings,
            @Value("${spring.application.name}") String service) {
        List<String> consumed = bindings.getBindings().values().stream()
                .map(BindingProperties::getDestination)
                .filter(destination -> destination != null)
                .toList();
        return new TopicSetup(settings.kafka(), settings.partitions(), settings.replication(), consumed, service);
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> deadLetterRouting(DeliverySettings settings) {
        KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                producerSettings(settings), new ByteArraySerializer(), new ByteArraySerializer()));
        return (container, _, group) -> DeadLetters.configure(container, group, template);
    }

    @Bean
    HealthIndicator storeHealthIndicator(MongoDatabase database) {
        return () -> {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        };
    }

    private static Map<String, Object> producerSettings(DeliverySettings settings) {
        Map<String, Object> producer = new HashMap<>();
        producer.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka());
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Kafka 4 waits 5 ms for a fuller batch by default; the relay sends what there is (docs/decisions/0004).
        producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        // Given up before the relay's lease ends: else the sweeper would send again what is still under way.
        producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4_500);
        producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L * 1024 * 1024);
        return producer;
    }
}
