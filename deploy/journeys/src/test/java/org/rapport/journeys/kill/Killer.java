package org.rapport.journeys.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills one service after the other, in an order and at moments drawn from a seed, and starts each again. Every round kills
 * each of them once.
 */
final class Killer {
    /** Is told, and may take its time. */
    interface Bystander {
        void allAreUp();

        void isAboutToDie(String service);

        /** Before it is started again. */
        void isDead(String service);
    }

    private static final Duration SHORTEST_LIFE = Duration.ofMillis(300);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(3);

    private final List<ServiceProcess> services;
    private final int rounds;
    private final Random random;
    private final CountDownLatch givenUp;
    private final Map<String, Integer> kills = new TreeMap<>();

    Killer(List<ServiceProcess> services, int rounds, long seed, CountDownLatch givenUp) {
        this.services = services;
        this.rounds = rounds;
        this.random = new Random(seed);
        this.givenUp = givenUp;
    }

    int plannedKills() {
        return services.size() * rounds;
    }

    void goRound(Bystander bystander) throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            List<ServiceProcess> order = new ArrayList<>(services);
            Collections.shuffle(order, random);
            for (ServiceProcess service : order) {
                bystander.allAreUp();
                if (givenUp.await(life().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                bystander.isAboutToDie(service.name());
                service.kill();
                Instant killed = Instant.now();
                kills.merge(service.name(), 1, Integer::sum);
                bystander.isDead(service.name());
                service.start();
                service.awaitReady();
                System.out.printf(
                        "[kill] %s killed and back after %d ms%n",
                        service.name(), Duration.between(killed, Instant.now()).toMillis());
            }
        }
    }

    private Duration life() {
        return SHORTEST_LIFE.plusMillis(
                random.nextLong(LONGEST_LIFE.minus(SHORTEST_LIFE).toMillis()));
    }

    /** By service. */
    Map<String, Integer> kills() {
        return Map.copyOf(kills);
    }
}
