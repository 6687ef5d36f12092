package org.rapport.journeys.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.journeys.kill.Ledger.Line;
import org.rapport.testkit.TestServers;

/**
 * People answer item 9 ({@link Alarm}) while broker and services are killed around them, one or two at a time. Whoever was
 * told that the answer is kept is told to every coordinator, passed on while nobody acknowledges it, and never again after
 * somebody did. {@code -Dconcern.people=24} says how many people, {@code -Dkill.seed} repeats a run's order of kills. The
 * broker is always one of our own, which can be killed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConcernIT {
    private static final int PEOPLE = Integer.getInteger("concern.people", 24);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(3);

    private final JsonApi api = new JsonApi(LONGEST);

    @Test
    void nobody_in_danger_is_missed_whatever_dies(@TempDir Path folder) throws Exception {
        // The mail server's threads complain of clients that were killed while they talked to it.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        System.out.println("[concern] " + PEOPLE + " people, -Dkill.seed=" + SEED);
        String prefix = TestServers.freshDatabase();
        try (Outside outside = new Outside();
                Elsewhere elsewhere = new Elsewhere(folder);
                MortalBroker mortal = new MortalBroker(folder.resolve("broker"))) {
            String store = elsewhere.store();
            try (Databases databases = new Databases(store, prefix);
                    Broker broker = new Broker(mortal.address());
                    Practice practice =
                            new Practice(store, mortal.address(), prefix, outside, Path.of("target", "concern-it"))) {
                practice.start();
                List<Alarm> alarms = IntStream.range(0, PEOPLE)
                        .mapToObj(number -> new Alarm(UUID.randomUUID(), number % 3 == 0, practice, databases, api))
                        .toList();
                boolean through = false;
                try {
                    whileAllAroundDie(practice, mortal, alarms);
                    alarms.forEach(Alarm::theNextDayComes);
                    awaitSettled(alarms, new UnderWay(databases, broker));
                    through = true;
                } finally {
                    if (!through) {
                        System.out.println(practice.tailsOfLogs());
                    }
                }
                everyConcernIsClosedEverywhere(alarms, databases);
                everybodyWasToldAndNobodyAgain(alarms, outside.mails(), new Ledger(databases));
            }
        }
    }

    private void whileAllAroundDie(Practice practice, MortalBroker broker, List<Alarm> alarms) throws Exception {
        Mortal intake = practice.service("intake");
        Mortal matching = practice.service("matching");
        Mortal notification = practice.service("notification");
        List<List<Mortal>> steps = new ArrayList<>(List.of(
                List.of(intake),
                List.of(notification),
                List.of(intake, broker),
                List.of(matching, notification),
                List.of(matching, broker)));
        Random random = new Random(SEED);
        Collections.shuffle(steps, random);
        CountDownLatch givenUp = new CountDownLatch(1);
        Killer killer = new Killer(steps, random, givenUp);
        Semaphore mayAnswer = new Semaphore(0);
        int together = Math.ceilDiv(alarms.size(), killer.plannedSteps());
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> ways = new ArrayList<>();
            for (Alarm alarm : alarms) {
                ways.add(people.submit(() -> {
                    mayAnswer.acquireUninterruptibly();
                    try {
                        alarm.happen();
                    } catch (RuntimeException | Error e) {
                        givenUp.countDown();
                        throw e;
                    }
                }));
            }
            killer.goRound(() -> mayAnswer.release(together));
            mayAnswer.release(alarms.size());
            for (Future<?> way : ways) {
                way.get();
            }
        }
        System.out.println("[concern] kills " + killer.kills() + ", " + api.repeats() + " requests made again");
        assertThat(killer.kills())
                .hasSize(4)
                .allSatisfy((name, kills) -> assertThat(kills).as(name).isGreaterThanOrEqualTo(2));
        assertThat(api.repeats()).as("requests that met a kill").isPositive();
    }

    private static void awaitSettled(List<Alarm> alarms, UnderWay underWay) {
        await("everything to arrive")
                .atMost(LONGEST_SETTLING)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    assertThat(alarms).allMatch(Alarm::waitsForTheQuestionnaireAlone);
                    assertThat(underWay.now()).isEmpty();
                });
    }

    private static void everyConcernIsClosedEverywhere(List<Alarm> alarms, Databases databases) {
        Map<String, Document> referrals = databases.all("matching", "referrals");
        for (Alarm alarm : alarms) {
            Document concern = alarm.concern();
            assertThat(concern.get("acknowledgement", Document.class).get("name"))
                    .isEqualTo("Staff");
            assertThat(Databases.state(Databases.one(referrals, alarm.person())).getList("concerns", Document.class))
                    .singleElement()
                    .satisfies(closed -> {
                        assertThat(closed.get("concernId")).isEqualTo(concern.get("id"));
                        assertThat(closed.get("acknowledgedAt")).isNotNull();
                    });
        }
    }

    private static void everybodyWasToldAndNobodyAgain(List<Alarm> alarms, Map<String, Integer> mails, Ledger ledger) {
        for (Alarm alarm : alarms) {
            assertThat(mails.keySet())
                    .as("mails to every coordinator")
                    .containsAll(
                            alarm.firstAlerts().stream().map(Ledger::messageId).toList());
            assertThat(alarm.concern().getInteger("escalations")).isEqualTo(alarm.inTime() ? 0 : 1);
        }
        List<Line> alerts = ledger.lines("EMAIL").stream()
                .filter(line -> line.kind().startsWith("SAFETY_ALERT"))
                // The line that became one for each coordinator.
                .filter(line -> !line.ending().equals("SPREAD"))
                .toList();
        assertThat(alerts).allMatch(Line::isSent).allMatch(line -> mails.containsKey(line.messageId()));
        for (Alarm alarm : alarms) {
            assertThat(alerts)
                    .filteredOn(line -> line.inquiryId().equals(alarm.person()))
                    .as("of one acknowledged " + (alarm.inTime() ? "in time" : "late"))
                    .hasSize(alarm.firstAlerts().size() + (alarm.inTime() ? 0 : 1));
        }
    }
}
