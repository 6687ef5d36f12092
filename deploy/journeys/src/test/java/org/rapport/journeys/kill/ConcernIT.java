package org.rapport.journeys.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.journeys.kill.JsonApi.Caller;
import org.rapport.servers.FreePorts;
import org.rapport.testkit.ServerProcess;
import org.rapport.testkit.TestServers;

/**
 * People answer item 9 while the broker and the services are killed around them, one or two at a time. Whoever was told that
 * the answer is kept is told to every coordinator, passed on while nobody acknowledges it, and never again after somebody
 * did. {@code -Dkill.seed} repeats a run's kills.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConcernIT {
    private static final int PEOPLE = Integer.getInteger("concern.people", 40);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final int FEWEST_KILLS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(3);
    private static final int AT_ONCE = 2;
    private static final int ITEM_NINE_PAGE = 8;
    private static final Map<String, List<String>> ALARMING =
            Map.of("phq9-7", List.of("not-at-all"), "phq9-8", List.of("not-at-all"), "phq9-9", List.of("several-days"));

    private final Random random = new Random(SEED);
    private final Outside outside = new Outside();
    private final List<UUID> people =
            Stream.generate(UUID::randomUUID).limit(PEOPLE).toList();

    @Test
    void nobody_in_danger_is_missed_whatever_dies(@TempDir Path folder) throws Exception {
        // The mail server's threads complain of clients that were killed while they talked to it.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        System.out.println("[concern] " + PEOPLE + " people, -Dkill.seed=" + SEED);
        String prefix = TestServers.freshDatabase();
        int port = FreePorts.some(1).getFirst();
        MortalBroker broker = new MortalBroker(folder.resolve("broker"), port);
        try (ServerProcess store = ServerProcess.store(folder.resolve("store"), 0);
                Databases databases = new Databases(store.address(), prefix);
                Practice practice = new Practice(
                        store.address(), broker.address(), prefix, outside, Path.of("target", "concern-it"))) {
            practice.start();
            boolean through = false;
            try {
                whileAllAround(practice, broker, api -> people.forEach(person -> answer(api, practice, person)));
                awaitTold(databases, practice);
                passOn(databases);
                whileAllAround(
                        practice,
                        broker,
                        api -> people.forEach(person -> acknowledge(api, practice, databases, person)));
                awaitClosed(databases);
                through = true;
            } finally {
                if (!through) {
                    System.out.println(practice.tailsOfLogs());
                }
            }
        } finally {
            broker.close();
            outside.close();
        }
    }

    /** What dies is started again only after a while; then the next. */
    private void whileAllAround(Practice practice, MortalBroker broker, Consumer<JsonApi> everybody) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> answering = threads.submit(() -> {
                everybody.accept(new JsonApi(Instant.now().plus(LONGEST)));
                over.set(true);
            });
            for (int round = 0; round < FEWEST_KILLS || !over.get(); round++) {
                killSome(practice, broker);
                if (answering.isDone()) {
                    over.set(true);
                }
            }
            answering.get();
        }
    }

    private void killSome(Practice practice, MortalBroker broker) throws InterruptedException {
        List<ServiceProcess> dying = new ArrayList<>(practice.services());
        dying.removeIf(service -> service.name().equals("booking"));
        Collections.shuffle(dying, random);
        dying = dying.subList(0, random.nextInt(AT_ONCE + 1));
        boolean alsoBroker = random.nextBoolean() || dying.isEmpty();
        Thread.sleep(random.nextInt(1_500));
        if (alsoBroker) {
            broker.kill();
        }
        dying.forEach(ServiceProcess::kill);
        Thread.sleep(random.nextInt(1_000));
        if (alsoBroker) {
            broker.start();
        }
        dying.forEach(ServiceProcess::start);
        dying.forEach(ServiceProcess::awaitReady);
        System.out.println("[concern] killed and back: "
                + dying.stream().map(ServiceProcess::name).toList() + (alsoBroker ? " and the broker" : ""));
    }

    private static void answer(JsonApi api, Practice practice, UUID person) {
        String page = practice.intake("/responses/" + practice.intakeToken(person) + "/pages/" + ITEM_NINE_PAGE);
        boolean crisis = api.put(new Caller("", "en"), page, Map.of("version", 0, "answers", ALARMING), 200)
                .body()
                .path("crisis")
                .asBoolean();
        assertThat(crisis).as("the crisis page for " + person).isTrue();
    }

    /** Every coordinator has a mail of every concern, and the referral shows it open. */
    private void awaitTold(Databases databases, Practice practice) {
        await("everybody to be told")
                .atMost(LONGEST_SETTLING)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Set<String> sent = sent(databases);
                    Map<String, Document> referrals = databases.all("matching", "referrals");
                    for (UUID person : people) {
                        UUID concern = concernOf(databases, person).get("id", UUID.class);
                        for (UUID coordinator : practice.coordinators()) {
                            assertThat(sent).contains(concern + "|0|SAFETY_ALERT|EMAIL|" + coordinator);
                        }
                        assertThat(Databases.state(Databases.one(referrals, person))
                                        .getList("concerns", Document.class))
                                .singleElement()
                                .satisfies(open ->
                                        assertThat(open.get("concernId")).isEqualTo(concern));
                    }
                });
        assertThat(outside.mails()).isNotEmpty();
    }

    /** A quarter of an hour later: the services keep the real time, so what they wait for is moved to now. */
    private void passOn(Databases databases) {
        Date past = Date.from(Instant.now().minusSeconds(3_600));
        for (UUID person : people) {
            databases
                    .collection("intake", "responses")
                    .updateOne(
                            new Document("_id", ResponseId.of(person).toString()),
                            new Document(
                                    "$set", new Document("state.concerns.0.askedAt", past).append("wakeAt", past)));
        }
        await("the next coordinator to be asked")
                .atMost(LONGEST_SETTLING)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Set<String> asked = sent(databases).stream()
                            .filter(id -> id.contains("|1|SAFETY_ALERT_NEXT|"))
                            .map(id -> id.substring(0, id.indexOf('|')))
                            .collect(Collectors.toSet());
                    for (UUID person : people) {
                        assertThat(asked)
                                .contains(String.valueOf(
                                        concernOf(databases, person).get("id")));
                    }
                });
    }

    private static void acknowledge(JsonApi api, Practice practice, Databases databases, UUID person) {
        UUID maya = practice.coordinators().getFirst();
        String url = practice.intake("/concerns/" + ResponseId.of(person) + "/"
                + concernOf(databases, person).get("id") + "/acknowledgement");
        api.post(new Caller(practice.badges().coordinator(maya), "en"), url, Map.of("action", "CALLED_CLIENT"), 200);
    }

    /** Acknowledged everywhere, and nothing left to wake for but the questionnaire itself. */
    private void awaitClosed(Databases databases) {
        await("every concern to be closed")
                .atMost(LONGEST_SETTLING)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Map<String, Document> referrals = databases.all("matching", "referrals");
                    for (UUID person : people) {
                        Document concern = concernOf(databases, person);
                        assertThat(concern.get("acknowledgement", Document.class)
                                        .get("name"))
                                .isEqualTo("Staff");
                        assertThat(Databases.state(Databases.one(referrals, person))
                                        .getList("concerns", Document.class))
                                .singleElement()
                                .satisfies(closed ->
                                        assertThat(closed.get("acknowledgedAt")).isNotNull());
                    }
                });
        Instant later = Instant.now().plus(Duration.ofHours(1));
        databases
                .all("intake", "responses")
                .values()
                .forEach(response ->
                        assertThat(response.getDate("wakeAt").toInstant()).isAfter(later));
        Map<UUID, Integer> concerns = new HashMap<>();
        databases
                .all("intake", "responses")
                .values()
                .forEach(response -> concerns.merge(
                        Databases.state(response).get("inquiryId", UUID.class),
                        Databases.state(response)
                                .getList("concerns", Document.class)
                                .size(),
                        Integer::sum));
        assertThat(concerns.keySet()).isEqualTo(new HashSet<>(people));
        assertThat(concerns.values()).containsOnly(1);
    }

    private static Document concernOf(Databases databases, UUID person) {
        Document response = Databases.one(databases.all("intake", "responses"), ResponseId.of(person));
        List<Document> concerns = Databases.state(response).getList("concerns", Document.class);
        assertThat(concerns).as("concerns of " + person).hasSize(1);
        return concerns.getFirst();
    }

    private static Set<String> sent(Databases databases) {
        return new Ledger(databases)
                .lines("EMAIL").stream()
                        .filter(Ledger.Line::isSent)
                        .map(Ledger.Line::id)
                        .collect(Collectors.toSet());
    }

    /** A broker that keeps its folder and its port over its deaths. */
    private static final class MortalBroker implements AutoCloseable {
        private final Path folder;
        private final int port;
        private ServerProcess process;

        MortalBroker(Path folder, int port) {
            this.folder = folder;
            this.port = port;
            this.process = ServerProcess.broker(folder, port);
        }

        String address() {
            return process.address();
        }

        void kill() {
            process.kill();
        }

        void start() {
            process = ServerProcess.broker(folder, port);
            assertThat(URI.create("kafka://" + process.address()).getPort()).isEqualTo(port);
        }

        @Override
        public void close() {
            process.kill();
        }
    }
}
