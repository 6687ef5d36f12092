package org.rapport.journeys.kill;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.journeys.kill.JsonApi.Caller;

/**
 * One person answers item 9; every coordinator hears of it; then either one of them acknowledges it in time, or the time
 * passes and the next one is asked, and then it is acknowledged.
 */
final class Alarm {
    private static final int ITEM_NINE_PAGE = 8;
    private static final Map<String, List<String>> ANSWERS =
            Map.of("phq9-7", List.of("not-at-all"), "phq9-8", List.of("not-at-all"), "phq9-9", List.of("several-days"));
    private static final Duration QUITE_SOME_TIME = Duration.ofHours(1);
    private static final Duration MORE_THAN_A_DAY = Duration.ofHours(25);

    private final UUID person;
    private final boolean inTime;
    private final Practice practice;
    private final Databases databases;
    private final JsonApi api;

    /** @param inTime whether it is acknowledged before the next coordinator is asked */
    Alarm(UUID person, boolean inTime, Practice practice, Databases databases, JsonApi api) {
        this.person = person;
        this.inTime = inTime;
        this.practice = practice;
        this.databases = databases;
        this.api = api;
    }

    UUID person() {
        return person;
    }

    boolean inTime() {
        return inTime;
    }

    /** From the answer to the acknowledgement. */
    void happen() {
        String page = practice.intake("/responses/" + practice.intakeToken(person) + "/pages/" + ITEM_NINE_PAGE);
        boolean crisis = api.put(new Caller("", "en"), page, Map.of("version", 0, "answers", ANSWERS), 200)
                .body()
                .path("crisis")
                .asBoolean();
        if (!crisis) {
            throw new AssertionError("no crisis page for " + person);
        }
        UUID concern = concern().get("id", UUID.class);
        List<String> first = firstAlerts();
        api.until("every coordinator to be told", () -> present(sent(first).size() == first.size()));
        if (!inTime) {
            List<String> next = alerts(concern, 1, "SAFETY_ALERT_NEXT");
            api.until("the next coordinator to be asked", () -> {
                timePasses();
                return present(!sent(next).isEmpty());
            });
        }
        UUID maya = practice.coordinators().getFirst();
        api.post(
                new Caller(practice.badges().coordinator(maya), "en"),
                practice.intake("/concerns/" + ResponseId.of(person) + "/" + concern + "/acknowledgement"),
                Map.of("action", "CALLED_CLIENT"),
                200);
    }

    private static Optional<Boolean> present(boolean is) {
        return is ? Optional.of(true) : Optional.empty();
    }

    /**
     * A quarter of an hour later: the services keep the real time, so what they wait for is moved to now. Asked again and
     * again, because a write under way may take it back; once the next one was asked it moves nothing.
     */
    private void timePasses() {
        responses()
                .updateOne(
                        and(
                                eq("_id", ResponseId.of(person).toString()),
                                eq("state.concerns.0.escalations", 0),
                                gt("wakeAt", Date.from(Instant.now()))),
                        later());
    }

    /** The day after all is over: now the questionnaire is due to be recalled, and nothing else. */
    void theNextDayComes() {
        Date dayBefore = Date.from(Instant.now().minus(MORE_THAN_A_DAY));
        responses()
                .updateOne(
                        eq("_id", ResponseId.of(person).toString()), combine(later(), set("state.sentAt", dayBefore)));
    }

    private static Bson later() {
        Date past = Date.from(Instant.now().minus(QUITE_SOME_TIME));
        return combine(set("state.concerns.0.askedAt", past), set("wakeAt", past));
    }

    /** Whether intake-service has looked at the time that passed, and waits for nothing but the questionnaire itself. */
    boolean waitsForTheQuestionnaireAlone() {
        return response().getDate("wakeAt").toInstant().isAfter(Instant.now().plus(QUITE_SOME_TIME));
    }

    /** The only one there may be. */
    Document concern() {
        List<Document> concerns = Databases.state(response()).getList("concerns", Document.class);
        if (concerns.size() != 1) {
            throw new AssertionError(person + " has " + concerns.size() + " concerns");
        }
        return concerns.getFirst();
    }

    private Document response() {
        Document found =
                responses().find(eq("_id", ResponseId.of(person).toString())).first();
        if (found == null) {
            throw new AssertionError("lost: the answers of " + person);
        }
        return found;
    }

    /** Ids in the ledger of the mails that tell each coordinator. */
    List<String> firstAlerts() {
        return alerts(concern().get("id", UUID.class), 0, "SAFETY_ALERT");
    }

    private List<String> alerts(UUID concern, int revision, String kind) {
        return practice.coordinators().stream()
                .map(coordinator -> concern + "|" + revision + "|" + kind + "|EMAIL|" + coordinator)
                .toList();
    }

    private List<String> sent(List<String> ids) {
        return ledger().find(and(in("_id", ids), eq("state.state", "SENT")))
                .map(line -> line.getString("_id"))
                .into(new ArrayList<>());
    }

    private MongoCollection<Document> responses() {
        return databases.collection("intake", "responses");
    }

    private MongoCollection<Document> ledger() {
        return databases.collection("notification", "messages");
    }
}
