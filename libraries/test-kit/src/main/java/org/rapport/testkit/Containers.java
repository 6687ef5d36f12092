package org.rapport.testkit;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** The real servers in containers; Testcontainers ends them with this JVM. */
final class Containers {
    static final String STORE_IMAGE = "mongo:8";
    static final String BROKER_IMAGE = "apache/kafka:4.2.1";

    private Containers() {}

    @SuppressWarnings("resource") // lives as long as the JVM
    static String store() {
        MongoDBContainer container = new MongoDBContainer(STORE_IMAGE);
        container.start();
        return container.getConnectionString();
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    static String broker() {
        KafkaContainer container = new KafkaContainer(BROKER_IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_LOG_MESSAGE_TIMESTAMP_TYPE", "LogAppendTime")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_COORDINATOR_APPEND_LINGER_MS", "0");
        container.start();
        return container.getBootstrapServers();
    }
}
