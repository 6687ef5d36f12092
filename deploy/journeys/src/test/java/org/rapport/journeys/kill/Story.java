package org.rapport.journeys.kill;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.rapport.journeys.kill.JsonApi.Caller;
import org.rapport.testkit.TestServers;

/**
 * What happened, once and for all assertions.
 *
 * <ol>
 *   <li>The four services start; the sample practice gets seats for about three of four clients.
 *   <li>Two services die at once, again and again; before each time some more people set out, so that it meets people under way.
 *   <li>The notification-service dies each time when the first of many reminders that are due has come.
 *   <li>When all are through and the last service is back, everything that is still on its way arrives.
 * </ol>
 */
final class Story implements AutoCloseable {
    private static final int ABREAST = 12;
    private static final int ROUNDS = 3;
    private static final double SEATS_PER_CLIENT = 0.75;
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(30);
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(3);

    final Outside outside = new Outside();
    final Databases databases;
    final Deadlines deadlines;
    final Broker broker;
    final Practice practice;
    private final Elsewhere elsewhere;
    private final UnderWay underWay;
    private final JsonApi afterwards = new JsonApi(LONGEST_SENDING);
    private final int journeys;
    private final long seed;
    private final List<Ended> ended = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private Map<String, Integer> kills = Map.of();
    private int remindersMetByKills;

    Story(Path folder, int journeys, long seed) {
        this.journeys = journeys;
        this.seed = seed;
        String prefix = TestServers.freshDatabase();
        elsewhere = new Elsewhere(folder);
        String storeAddress = elsewhere.store();
        String brokerAddress = elsewhere.broker();
        databases = new Databases(storeAddress, prefix);
        deadlines = new Deadlines(databases);
        broker = new Broker(brokerAddress);
        underWay = new UnderWay(databases, broker);
        practice = new Practice(storeAddress, brokerAddress, prefix, outside, Path.of("target", "kill-it"));
    }

    /** In the order of the clients' numbers. */
    List<Ended> ended() {
        return List.copyOf(ended);
    }

    /** Of journeys that did not come to an end. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** What the person sees of what they answered, by question. */
    Map<String, List<String>> answersOf(Ended journey) {
        Map<String, List<String>> answers = new HashMap<>();
        afterwards
                .get(new Caller("", "en"), practice.intake("/responses/" + journey.intakeToken()), 200)
                .body()
                .path("pages")
                .forEach(page -> page.path("answers").properties().forEach(answer -> {
                    List<String> values = new ArrayList<>();
                    answer.getValue().forEach(value -> values.add(value.asString()));
                    answers.put(answer.getKey(), values);
                }));
        return answers;
    }

    Map<String, Integer> kills() {
        return kills;
    }

    /** How many had come due before the notification-service was killed for the last time. */
    int remindersMetByKills() {
        return remindersMetByKills;
    }

    /** How many messages of one channel the kills can have left in doubt. */
    int mostInDoubt() {
        return kills.getOrDefault("notification", 0) * Practice.SENT_ABREAST;
    }

    /** @return the id of a hold whose holder went away */
    UUID happen() throws InterruptedException {
        Instant begin = Instant.now();
        practice.start();
        widenCaseloads();
        tell(begin, "all services are up");
        JsonApi api = new JsonApi(LONGEST);
        UUID abandoned = new Journey(new Client(0), practice, deadlines, api, seed).holdAndLeave();
        travel(api);
        tell(begin, ended.size() + " journeys ended, " + api.repeats() + " requests made again, kills " + kills);
        await("everything under way to arrive")
                .atMost(LONGEST_SETTLING)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    deadlines.remind();
                    assertThat(deadlines.awaited()).isEmpty();
                    assertThat(underWay.now()).isEmpty();
                });
        tell(begin, "nothing is under way any more");
        return abandoned;
    }

    private void travel(JsonApi api) throws InterruptedException {
        Semaphore mayLeave = new Semaphore(0);
        CountDownLatch givenUp = new CountDownLatch(1);
        Random random = new Random(seed);
        Killer killer = new Killer(Killer.inPairs(practice.services(), ROUNDS, random), random, givenUp);
        int together = Math.ceilDiv(journeys, killer.plannedSteps());
        ExecutorService people = Executors.newFixedThreadPool(ABREAST);
        try {
            List<Future<Ended>> ways = IntStream.rangeClosed(1, journeys)
                    .mapToObj(number -> people.submit(() -> {
                        mayLeave.acquire();
                        try {
                            return new Journey(new Client(number), practice, deadlines, api, seed).go();
                        } catch (RuntimeException | Error e) {
                            givenUp.countDown();
                            throw e;
                        }
                    }))
                    .toList();
            killer.goRound(new Bystander(mayLeave, together));
            kills = killer.kills();
            mayLeave.release(journeys);
            for (Future<Ended> way : ways) {
                try {
                    ended.add(way.get());
                } catch (ExecutionException e) {
                    failures.add(String.valueOf(e.getCause()));
                }
            }
        } finally {
            people.shutdownNow();
        }
    }

    private final class Bystander implements Killer.Bystander {
        private final Semaphore mayLeave;
        private final int together;

        Bystander(Semaphore mayLeave, int together) {
            this.mayLeave = mayLeave;
            this.together = together;
        }

        @Override
        public void allAreUp() {
            mayLeave.release(together);
        }

        @Override
        public void isAboutToDie(String service) {
            if (service.equals("notification")) {
                awaitFirst(deadlines.remind().stream()
                        .filter(id -> id.contains("|EMAIL|"))
                        .toList());
            }
        }

        /** A mail that has just come is one that its sender may not have marked as sent yet. */
        private void awaitFirst(List<String> reminders) {
            Set<String> mails = reminders.stream().map(Ledger::messageId).collect(Collectors.toSet());
            await("the first of the reminders to come")
                    .atMost(LONGEST_SENDING)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() ->
                            !Collections.disjoint(outside.mails().keySet(), mails) || deadlines.areSettled(reminders));
        }

        @Override
        public void isDead(String service) {
            if (service.equals("notification")) {
                deadlines.noteWhatWasCutShort();
                remindersMetByKills = deadlines.due().size();
            }
        }
    }

    /** As if staff had changed them: who ranks asks for what was changed since. */
    private void widenCaseloads() {
        Map<String, Document> therapists = databases.all("matching", "therapists");
        int seats = (int) Math.ceil(journeys * SEATS_PER_CLIENT / therapists.size());
        therapists.forEach((id, therapist) -> databases
                .collection("matching", "therapists")
                .updateOne(
                        eq("_id", id),
                        combine(
                                set("state.capacity", Databases.state(therapist).getInteger("existingClients") + seats),
                                set("state.changedAt", Instant.now()),
                                inc("version", 1L))));
    }

    private static void tell(Instant begin, String what) {
        System.out.printf(
                "[kill] %d s: %s%n", Duration.between(begin, Instant.now()).toSeconds(), what);
    }

    @Override
    public void close() {
        practice.close();
        databases.close();
        broker.close();
        elsewhere.close();
        outside.close();
    }
}
