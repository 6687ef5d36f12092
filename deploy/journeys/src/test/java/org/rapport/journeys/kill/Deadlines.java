package org.rapport.journeys.kill;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Lets days pass for one call or one offer: the services keep the real time, so what they wait for is moved to now where it
 * is stored. Their wake-ups find it when they sweep, or when they look for anything else.
 */
final class Deadlines {
    private static final Duration LAST_WRITES = Duration.ofMillis(200);

    private final Databases databases;
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();
    private final Set<String> due = ConcurrentHashMap.newKeySet();
    private final Set<String> cutShort = ConcurrentHashMap.newKeySet();

    Deadlines(Databases databases) {
        this.databases = databases;
    }

    /** From now on the day before this call may come. */
    void remindOf(UUID callId, UUID inquiryId) {
        awaited.addAll(remindersOf(callId, inquiryId));
    }

    /** The day before this call is now, or as soon as its reminders are planned. */
    void remindAtOnceOf(UUID callId, UUID inquiryId) {
        remindOf(callId, inquiryId);
        remindersOf(callId, inquiryId).forEach(this::comesDue);
    }

    /** Makes due what is planned of the reminders that may come; one that is not in the ledger yet may the next time. */
    Set<String> remind() {
        return awaited.stream().filter(this::comesDue).collect(Collectors.toSet());
    }

    private static List<String> remindersOf(UUID callId, UUID inquiryId) {
        return Stream.of("EMAIL", "SMS")
                .map(channel -> callId + "|0|CALL_REMINDER_24H|" + channel + "|" + inquiryId)
                .toList();
    }

    private boolean comesDue(String id) {
        if (ledger().find(eq("_id", id)).first() == null) {
            return false;
        }
        Instant now = Instant.now();
        Bson isPlanned = and(eq("_id", id), eq("state.state", "PLANNED"));
        Bson isDue = combine(set("state.dueAt", now), set("state.at", now), set("wakeAt", now));
        boolean comes = ledger().updateOne(isPlanned, isDue).getMatchedCount() == 1;
        if (comes) {
            due.add(id);
        }
        awaited.remove(id);
        return comes;
    }

    /** Ids of reminders that may come but are not in the ledger yet. */
    Set<String> awaited() {
        return Set.copyOf(awaited);
    }

    boolean areSettled(Collection<String> reminders) {
        return ledger().find(and(in("_id", reminders), in("state.state", "PLANNED", "SENDING")))
                        .first()
                == null;
    }

    /** Notes which reminders the service was sending when it was killed; before it is started again. */
    void noteWhatWasCutShort() {
        AtomicReference<Set<String>> before = new AtomicReference<>(beingSent());
        await("the store to have taken the last writes of the dead")
                .pollDelay(LAST_WRITES)
                .pollInterval(LAST_WRITES)
                .until(() -> {
                    Set<String> now = beingSent();
                    return now.equals(before.getAndSet(now));
                });
        cutShort.addAll(before.get());
    }

    private Set<String> beingSent() {
        Set<String> ids = new HashSet<>();
        ledger().find(and(eq("state.state", "SENDING"), eq("state.kind", "CALL_REMINDER_24H")))
                .forEach(line -> ids.add(line.getString("_id")));
        return ids;
    }

    /** Ids of all reminders whose time has come. */
    Set<String> due() {
        return Set.copyOf(due);
    }

    /** Ids of those that were being sent when the notification-service was killed. */
    Set<String> cutShort() {
        return Set.copyOf(cutShort);
    }

    /**
     * Lets the time for the therapist's answer be over; asked again and again, because a write under way may take it back.
     *
     * @return whether the matching-service has noticed
     */
    boolean hasLapsed(UUID inquiryId, int number) {
        MongoCollection<Document> referrals = databases.collection("matching", "referrals");
        Bson id = eq("_id", inquiryId.toString());
        String offer = "state.offers." + (number - 1);
        Instant now = Instant.now();
        referrals.updateOne(
                and(id, eq(offer + ".state", "OPEN"), gt("wakeAt", now)),
                combine(set(offer + ".expiresAt", now), set("wakeAt", now)));
        return referrals.find(and(id, eq(offer + ".state", "LAPSED"))).first() != null;
    }

    private MongoCollection<Document> ledger() {
        return databases.collection("notification", "messages");
    }
}
