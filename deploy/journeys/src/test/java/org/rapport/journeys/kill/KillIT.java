package org.rapport.journeys.kill;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.journeys.kill.Ledger.Line;

/**
 * Many people go their way while each of the four services is killed again and again ({@link Story}); then the four databases
 * and the post are read from end to end. {@code -Dkill.journeys} says how many people, {@code -Dkill.seed} repeats a run's
 * order of kills.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {
    private static final int JOURNEYS = Integer.getInteger("kill.journeys", 120);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());

    private Story story;
    private UUID abandonedHold;

    @RegisterExtension
    final AfterTestExecutionCallback logsOfAFailure = context ->
            context.getExecutionException().ifPresent(failure -> System.out.println(story.practice.tailsOfLogs()));

    @BeforeAll
    void people_go_their_way_while_services_are_killed(@TempDir Path folder) throws InterruptedException {
        // The mail server's threads complain of clients that were killed while they talked to it.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        System.out.println("[kill] " + JOURNEYS + " journeys, -Dkill.seed=" + SEED);
        story = new Story(folder, JOURNEYS, SEED);
        boolean through = false;
        try {
            abandonedHold = story.happen();
            through = story.failures().isEmpty();
        } finally {
            if (!through) {
                System.out.println(story.practice.tailsOfLogs());
            }
        }
        assertThat(story.failures()).as("journeys that did not come to an end").isEmpty();
    }

    @AfterAll
    void stop() {
        story.close();
    }

    @Test
    void each_service_was_killed_at_least_three_times() {
        assertThat(story.kills()).containsOnlyKeys("booking", "intake", "matching", "notification");
        assertThat(story.kills().values()).allMatch(kills -> kills >= 3);
        assertThat(story.ended()).hasSize(JOURNEYS);
    }

    @Test
    void every_booking_and_every_cancel_that_was_confirmed_is_kept() {
        Map<String, Document> calls = story.databases.all("booking", "calls");
        Map<String, Document> inquiries = story.databases.all("booking", "inquiries");
        for (Ended journey : story.ended()) {
            Document call = Databases.state(Databases.one(calls, journey.callId()));
            assertThat(call.getString("kind")).isEqualTo(journey.cancelled() ? "CANCELLED" : "BOOKED");
            assertThat(call.get("inquiryId")).isEqualTo(journey.inquiryId());
            assertThat(call.get("hostId")).isEqualTo(journey.hostId());
            Document inquiry = Databases.state(Databases.one(inquiries, journey.inquiryId()));
            assertThat(inquiry.getString("email")).isEqualTo(journey.client().email());
        }
        assertThat(inquiries).as("one inquiry a person").hasSize(JOURNEYS);
        assertThat(calls.values())
                .filteredOn(call -> Set.of("BOOKED", "CANCELLED")
                        .contains(Databases.state(call).getString("kind")))
                .as("one call a person")
                .hasSize(JOURNEYS);
        assertThat(calls).containsKey(abandonedHold.toString());
    }

    @Test
    void every_answer_that_was_confirmed_is_kept() {
        Map<String, Document> responses = story.databases.all("intake", "responses");
        for (Ended journey : story.ended()) {
            Document response = Databases.state(Databases.one(responses, journey.responseId()));
            assertThat(response.getString("state")).isEqualTo("SUBMITTED");
            // Sealed in the store, so read as the person reads them.
            Map<String, List<String>> answers = story.answersOf(journey);
            assertThat(answers).isEqualTo(journey.answers());
            assertThat(response.getList("concerns", Document.class))
                    .as("safety concerns of " + journey.client())
                    .hasSize(journey.client().answersItemNine() ? 1 : 0);
        }
        assertThat(responses).hasSize(JOURNEYS);
    }

    @Test
    void every_referral_stands_where_its_journey_left_it() {
        Map<String, Document> referrals = story.databases.all("matching", "referrals");
        for (Ended journey : story.ended()) {
            Document stored = Databases.one(referrals, journey.inquiryId());
            Document referral = Databases.state(stored);
            assertThat(referral.getString("state"))
                    .isEqualTo(journey.match().isPresent() ? "MATCHED" : "READY_FOR_TRIAGE");
            assertThat(referral.get("owner")).isEqualTo(journey.owner());
            assertThat(referral.getList("offers", Document.class).stream()
                            .map(offer -> offer.getInteger("number") + " " + offer.get("therapistId") + " "
                                    + offer.getString("state")))
                    .containsExactlyElementsOf(journey.offers().stream()
                            .map(offer -> offer.number() + " " + offer.therapistId() + " " + offer.how())
                            .toList());
            assertThat(referral.getList("calls", Document.class))
                    .singleElement()
                    .satisfies(call -> {
                        assertThat(call.get("callId")).isEqualTo(journey.callId());
                        assertThat(call.getBoolean("cancelled")).isEqualTo(journey.cancelled());
                    });
            assertThat(referral.getList("concerns", Document.class))
                    .hasSize(journey.client().answersItemNine() ? 1 : 0);
            assertThat(referral.getList("history", Document.class))
                    .extracting(line -> line.getString("key"))
                    .doesNotHaveDuplicates();
            // Whoever waits for a therapist, or may be in danger, has a clock; who is matched is asked how it is.
            assertThat(stored.getDate("wakeAt")).as("of %s", journey.client()).isNotNull();
            if (journey.match().isPresent() && !journey.client().answersItemNine()) {
                assertThat(stored.getDate("wakeAt"))
                        .isEqualTo(referral.get("desk", Document.class)
                                .get("fit", Document.class)
                                .getDate("askAt"));
            }
        }
    }

    @Test
    void claims_are_those_of_open_holds_and_booked_calls_and_taken_seats_and_no_two_share_one() {
        Map<String, Integer> kinds = new TreeMap<>();
        story.databases.all("booking", "calls").forEach((id, call) -> {
            Document state = Databases.state(call);
            String kind = state.getString("kind");
            kinds.merge(kind, 1, Integer::sum);
            boolean claims = kind.equals("BOOKED") || kind.equals("HELD");
            Map<Boolean, List<String>> ofHost = Databases.claims(call).stream()
                    .collect(Collectors.partitioningBy(claim -> claim.startsWith("host|")));
            assertThat(ofHost.get(true))
                    .as(kind + " " + id)
                    .containsExactlyInAnyOrderElementsOf(claims ? Databases.quanta(state) : List.of());
            assertThat(ofHost.get(false))
                    .as(kind + " " + id)
                    .matches(all -> all.isEmpty() != kind.equals("BOOKED"), "the person's time while booked only")
                    .allMatch(claim -> claim.startsWith("client|"));
            // A hold when it runs out; a call under an unproven address when it is over.
            String wakes = kind.equals("HELD") ? "since" : state.containsKey("unproven") ? "end" : "never";
            assertThat(call.getDate("wakeAt")).isEqualTo(state.getDate(wakes));
        });
        System.out.println("[kill] calls " + kinds);
        story.databases.all("matching", "referrals").forEach((id, referral) -> {
            Document state = Databases.state(referral);
            if (!id.startsWith("caseload|")) {
                Document seat = state.get("seat", Document.class);
                assertThat(Databases.claims(referral))
                        .isEqualTo(
                                seat == null
                                        ? List.of()
                                        : List.of("seat|" + seat.get("therapistId") + "|" + seat.get("number")));
            }
        });
        List<String> all = story.databases.everything().stream()
                .flatMap(document -> Databases.claims(document).stream())
                .toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void a_hold_nobody_came_back_for_lets_go_when_its_time_is_over() {
        var calls = story.databases.collection("booking", "calls");
        Instant past = Instant.now().minusSeconds(1);
        List<String> held = new ArrayList<>();
        story.databases.all("booking", "calls").forEach((id, call) -> {
            if (Databases.state(call).getString("kind").equals("HELD")) {
                held.add(id);
                calls.updateOne(eq("_id", id), combine(set("state.since", past), set("wakeAt", past)));
            }
        });
        assertThat(held).contains(abandonedHold.toString());
        await("the holds to be let go").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Map<String, Document> now = story.databases.all("booking", "calls");
            assertThat(held).allSatisfy(id -> {
                assertThat(Databases.state(Databases.one(now, id)).getString("kind"))
                        .isEqualTo("RELEASED");
                assertThat(Databases.claims(Databases.one(now, id))).isEmpty();
            });
        });
    }

    @Test
    void nobody_has_more_clients_than_seats_and_nobody_was_turned_away_from_a_free_one() {
        Map<UUID, Integer> free = new HashMap<>();
        story.databases.all("matching", "therapists").forEach((id, therapist) -> {
            Document state = Databases.state(therapist);
            free.put(UUID.fromString(id), state.getInteger("capacity") - state.getInteger("existingClients"));
        });
        story.ended()
                .forEach(journey ->
                        journey.match().ifPresent(offer -> free.merge(offer.therapistId(), -1, Integer::sum)));
        assertThat(free.values()).allMatch(left -> left >= 0);
        List<Ended> unmatched = story.ended().stream()
                .filter(journey -> journey.match().isEmpty())
                .toList();
        for (Ended journey : unmatched) {
            assertThat(journey.full())
                    .as("for whom " + journey.client() + " came too late")
                    .isNotEmpty();
            assertThat(journey.full()).allSatisfy(therapist -> assertThat(free).containsEntry(therapist, 0));
        }
        System.out.println("[kill] matched " + (JOURNEYS - unmatched.size()) + ", too late for a seat "
                + unmatched.size() + ", seats left " + free.values());
    }

    @Test
    void nothing_waits_in_an_outbox_or_lies_among_the_dead_letters() throws ExecutionException, InterruptedException {
        assertThat(story.databases.unsent()).isEmpty();
        Set<String> ours = story.ended().stream()
                .map(journey -> journey.inquiryId().toString())
                .collect(Collectors.toSet());
        assertThat(story.broker.deadLetters(ours)).isEmpty();
    }

    @Test
    void every_message_is_in_the_ledger_once_and_ended_as_it_should() {
        Map<UUID, List<Line>> ledger =
                new Ledger(story.databases).lines().stream().collect(Collectors.groupingBy(Line::inquiryId));
        Map<String, Document> responses = story.databases.all("intake", "responses");
        Map<String, Document> referrals = story.databases.all("matching", "referrals");
        Map<String, Integer> endings = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Ended journey : story.ended()) {
            List<UUID> concerns =
                    Databases.state(Databases.one(responses, journey.responseId()))
                            .getList("concerns", Document.class)
                            .stream()
                            .map(concern -> concern.get("id", UUID.class))
                            .toList();
            Map<String, Set<String>> expected =
                    ExpectedMessages.of(journey, concerns, story.practice.coordinators(), story.deadlines);
            Document referral = Databases.one(referrals, journey.inquiryId());
            List<Line> found = Ledger.besidesTasks(ledger.getOrDefault(journey.inquiryId(), List.of()), referral);
            found.forEach(line -> endings.merge(line.ending(), 1, Integer::sum));
            assertThat(found)
                    .extracting(Line::id)
                    .as("of " + journey.client())
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
            found.stream()
                    .filter(line -> !expected.getOrDefault(line.id(), Set.of()).contains(line.ending()))
                    .forEach(line -> wrong.add(line + " instead of " + expected.get(line.id())));
        }
        assertThat(wrong).isEmpty();
        System.out.println("[kill] ledger " + endings);
    }

    @Test
    void reminders_were_due_and_being_sent_when_the_notification_service_was_killed() {
        System.out.println("[kill] reminders due " + story.deadlines.due().size() + ", before the last kill "
                + story.remindersMetByKills() + ", cut short "
                + story.deadlines.cutShort().size());
        assertThat(story.remindersMetByKills()).isGreaterThanOrEqualTo(JOURNEYS / 4);
        assertThat(story.deadlines.cutShort()).as("mails that were being sent").anyMatch(id -> id.contains("|EMAIL|"));
    }

    @Test
    void every_mail_came_once_but_for_what_a_kill_left_in_doubt() {
        Map<String, Integer> mails = story.outside.mails();
        int extra = 0;
        int sent = 0;
        Set<String> known = new HashSet<>();
        for (Line line : new Ledger(story.databases).lines("EMAIL")) {
            known.add(line.messageId());
            int came = mails.getOrDefault(line.messageId(), 0);
            int least = line.isSent() ? 1 : 0;
            assertThat(came)
                    .as("mails of " + line)
                    .isGreaterThanOrEqualTo(least)
                    .isLessThanOrEqualTo(line.isReminder() ? mostReminders(line) : 4);
            sent += least;
            extra += came - least;
        }
        assertThat(known).as("every mail has its line").containsAll(mails.keySet());
        System.out.println("[kill] mails " + sent + ", again or in vain " + extra);
        // Between the server's word and ours there is a gap that nobody can close: a kill then sends the same
        // Message-ID again, but for a reminder, which rather does not come than twice.
        assertThat(extra).isLessThanOrEqualTo(story.mostInDoubt());
    }

    private int mostReminders(Line line) {
        boolean inDoubt = story.deadlines.cutShort().contains(line.id());
        return !isOfCancelledCall(line) && (line.isSent() || inDoubt) ? 1 : 0;
    }

    private boolean isOfCancelledCall(Line line) {
        return story.ended().stream()
                .anyMatch(journey -> journey.cancelled() && journey.inquiryId().equals(line.inquiryId()));
    }

    @Test
    void every_text_came_once() {
        Map<String, String> texts = story.outside.texts();
        Set<String> known = new HashSet<>();
        int inVain = 0;
        for (Line line : new Ledger(story.databases).lines("SMS")) {
            known.add(line.key());
            if (line.isReminder() && isOfCancelledCall(line)) {
                assertThat(texts).as("text of " + line).doesNotContainKey(line.key());
            }
            if (line.isSent()) {
                assertThat(texts).as("text of " + line).containsKey(line.key());
            } else if (texts.containsKey(line.key())) {
                assertThat(line.isReminder()).as("in vain: " + line).isFalse();
                inVain++;
            }
        }
        assertThat(known).containsAll(texts.keySet());
        assertThat(story.outside.contradictions()).isEmpty();
        System.out.println("[kill] texts " + texts.size() + ", told again under the same key "
                + story.outside.repeatedTexts() + ", in vain " + inVain);
        assertThat(inVain).isLessThanOrEqualTo(story.mostInDoubt());
    }
}
