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
import java.util.stream.Collectors;

/** Kills one or several together, at moments drawn from a seed, and starts them again; then the next. */
final class Killer {
    /** Is told, and may take its time. */
    interface Bystander {
        void allAreUp();

        default void isAboutToDie(String name) {}

        /** Before it is started again. */
        default void isDead(String name) {}
    }

    private static final Duration SHORTEST_LIFE = Duration.ofMillis(300);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(3);

    private final List<List<Mortal>> steps;
    private final Random random;
    private final CountDownLatch givenUp;
    private final Map<String, Integer> kills = new TreeMap<>();

    /** @param steps who die together, one step after the other */
    Killer(List<List<Mortal>> steps, Random random, CountDownLatch givenUp) {
        this.steps = List.copyOf(steps);
        this.random = random;
        this.givenUp = givenUp;
    }

    /** Steps in which they die two by two, whoever it falls on, each as often as there are rounds. */
    static List<List<Mortal>> inPairs(List<? extends Mortal> all, int rounds, Random random) {
        List<List<Mortal>> steps = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Mortal> order = new ArrayList<>(all);
            Collections.shuffle(order, random);
            for (int first = 0; first < order.size(); first += 2) {
                steps.add(List.copyOf(order.subList(first, Math.min(first + 2, order.size()))));
            }
        }
        return steps;
    }

    int plannedSteps() {
        return steps.size();
    }

    void goRound(Bystander bystander) throws InterruptedException {
        for (List<Mortal> dying : steps) {
            bystander.allAreUp();
            if (givenUp.await(life().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            for (Mortal mortal : dying) {
                bystander.isAboutToDie(mortal.name());
                mortal.kill();
                kills.merge(mortal.name(), 1, Integer::sum);
            }
            Instant killed = Instant.now();
            dying.forEach(mortal -> bystander.isDead(mortal.name()));
            dying.forEach(Mortal::start);
            dying.forEach(Mortal::awaitReady);
            System.out.printf(
                    "[kill] %s killed and back after %d ms%n",
                    dying.stream().map(Mortal::name).collect(Collectors.joining(" and ")),
                    Duration.between(killed, Instant.now()).toMillis());
        }
    }

    private Duration life() {
        return SHORTEST_LIFE.plusMillis(
                random.nextLong(LONGEST_LIFE.minus(SHORTEST_LIFE).toMillis()));
    }

    /** By name. */
    Map<String, Integer> kills() {
        return Map.copyOf(kills);
    }
}
