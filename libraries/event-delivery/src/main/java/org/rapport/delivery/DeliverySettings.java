package org.rapport.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code rapport.delivery}; defaults in {@code event-delivery-defaults.yml}.
 *
 * @param mongodbUri address of the store, with credentials and write concern where needed
 * @param kafka bootstrap servers, comma-separated
 * @param partitions of each topic when it is created
 * @param replication of each topic when it is created
 * @param relayLease how long an event may be under way before the sweeper sends it again
 * @param sweepPause how often the store is asked for due documents nobody told of
 */
@ConfigurationProperties("rapport.delivery")
record DeliverySettings(
        String mongodbUri,
        String database,
        String kafka,
        int partitions,
        int replication,
        Duration relayLease,
        Duration sweepPause) {}
