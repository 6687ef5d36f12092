package org.rapport.delivery;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events from the documents' outboxes to the broker, each at least once.
 *
 * <ol>
 *   <li>The write that pushed the entries also set {@code relayAt} = now + lease; right after it the entries are sent.
 *   <li>When the broker has acknowledged all of them, they are pulled out of the document, many documents at a time. A
 *       document that holds nothing else loses {@code relayAt} in the same update.
 *   <li>What a crash, a full queue or an absent broker left behind is found by its {@code relayAt} in the past. The
 *       sweeper takes it by moving {@code relayAt} on, so that of two instances one has it, and goes through 1 and 2.
 * </ol>
 *
 * Order between documents is not kept; within one it is recoverable by {@code ce_sequence}. The lease runs on the machine's
 * clock, not on the application's, which may be set.
 */
final class Relay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int QUEUE = 10_000;
    private static final int SWEPT_AT_ONCE = 500;
    private static final int PULLED_AT_ONCE = 200;

    private record Parcel(MongoCollection<Document> home, String id, long version, List<OutboxEntry> entries) {}

    private final Producer<String, byte[]> producer;
    private final String source;
    private final Duration lease;
    private final Clock clock = Clock.systemUTC();
    private final BlockingQueue<Parcel> toSend = new LinkedBlockingQueue<>(QUEUE);
    private final BlockingQueue<Parcel> toPull = new LinkedBlockingQueue<>();
    private final Collection<MongoCollection<Document>> swept = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("relay-sweep").daemon().factory());
    private final Thread sending =
            Thread.ofPlatform().name("relay-send").daemon().unstarted(this::sendAll);
    private final Thread pulling =
            Thread.ofPlatform().name("relay-pull").daemon().unstarted(this::pullAll);
    private volatile boolean closed;

    /** @param lease how long an entry may be under way before another relay may send it again */
    Relay(Producer<String, byte[]> producer, String source, Duration lease) {
        this.producer = producer;
        this.source = source;
        this.lease = lease;
        sending.start();
        pulling.start();
        long pause = Math.max(50, lease.toMillis() / 2);
        Future<?> _ = sweeper.scheduleWithFixedDelay(this::sweepAll, 0, pause, TimeUnit.MILLISECONDS);
    }

    Instant sweepableFrom() {
        return clock.instant().plus(lease);
    }

    /** Never waits: what the queue cannot take is swept up later. */
    void send(MongoCollection<Document> home, String id, long version, List<OutboxEntry> entries) {
        if (!toSend.offer(new Parcel(home, id, version, entries))) {
            log.warn("relay queue full; the sweeper will send {}", id);
        }
    }

    void sweep(MongoCollection<Document> home) {
        swept.add(home);
    }

    private void sendAll() {
        while (!closed) {
            try {
                send(toSend.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(Parcel parcel) {
        AtomicInteger unacknowledged = new AtomicInteger(parcel.entries().size());
        for (OutboxEntry entry : parcel.entries()) {
            try {
                Future<?> _ = producer.send(toRecord(entry), (_, failure) -> {
                    if (failure != null) {
                        log.warn("not sent, left to the sweeper: {} ({})", entry.id(), failure.toString());
                    } else if (unacknowledged.decrementAndGet() == 0) {
                        CrashPoint.AFTER_ACKNOWLEDGEMENT.reached();
                        toPull.add(parcel);
                    }
                });
            } catch (KafkaException | IllegalStateException e) {
                log.warn("not sent, left to the sweeper: {} ({})", entry.id(), e.toString());
                return;
            }
        }
        CrashPoint.AFTER_SEND.reached();
    }

    private ProducerRecord<String, byte[]> toRecord(OutboxEntry entry) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                entry.topic(), entry.key().toString(), entry.body().getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
        headers.put(CloudEventHeaders.ID, entry.id());
        headers.put(CloudEventHeaders.TYPE, entry.type());
        headers.put(CloudEventHeaders.SOURCE, source);
        headers.put(CloudEventHeaders.SUBJECT, entry.subject());
        headers.put(CloudEventHeaders.TIME, entry.time().toString());
        headers.put(CloudEventHeaders.SEQUENCE, Long.toString(entry.sequence()));
        headers.put(CloudEventHeaders.CONTENT_TYPE, "application/json");
        headers.put(CloudEventHeaders.TRACEPARENT, entry.traceparent());
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private void pullAll() {
        List<Parcel> parcels = new ArrayList<>();
        while (!closed || !toPull.isEmpty()) {
            try {
                parcels.clear();
                parcels.add(toPull.take());
                toPull.drainTo(parcels, PULLED_AT_ONCE - 1);
                pull(parcels);
            } catch (InterruptedException e) {
                if (closed) {
                    continue;
                }
                Thread.currentThread().interrupt();
                return;
            } catch (MongoException e) {
                log.warn("sent but not pulled, will be sent again: {}", e.toString());
            }
        }
    }

    private static void pull(List<Parcel> parcels) {
        Map<MongoCollection<Document>, List<WriteModel<Document>>> updates = new LinkedHashMap<>();
        for (Parcel parcel : parcels) {
            updates.computeIfAbsent(parcel.home(), _ -> new ArrayList<>()).addAll(pulled(parcel));
        }
        updates.forEach((home, models) -> home.bulkWrite(models, new BulkWriteOptions().ordered(false)));
        CrashPoint.AFTER_PULL.reached();
    }

    /** Empties the outbox when it holds nothing newer or older than the parcel; else takes out just the parcel. */
    private static List<WriteModel<Document>> pulled(Parcel parcel) {
        List<String> ids = parcel.entries().stream().map(OutboxEntry::id).toList();
        Bson holdsNothingElse = Filters.and(
                Filters.eq("_id", parcel.id()),
                Filters.eq("version", parcel.version()),
                Filters.exists("outbox." + ids.size(), false));
        Bson holdsIt = Filters.and(Filters.eq("_id", parcel.id()), Filters.eq("outbox.id", ids.getFirst()));
        return List.of(
                new UpdateOneModel<>(
                        holdsNothingElse, Updates.combine(Updates.unset("outbox"), Updates.unset("relayAt"))),
                new UpdateOneModel<>(holdsIt, Updates.pull("outbox", Filters.in("id", ids))));
    }

    private void sweepAll() {
        for (MongoCollection<Document> home : swept) {
            try {
                sweepOnce(home);
            } catch (MongoException e) {
                log.warn("outboxes of {} not swept: {}", home.getNamespace().getCollectionName(), e.toString());
            } catch (RuntimeException e) {
                // A scheduled task that throws is never run again.
                log.error("outboxes of {} not swept", home.getNamespace().getCollectionName(), e);
            }
        }
    }

    private void sweepOnce(MongoCollection<Document> home) {
        List<Document> due = home.find(Filters.lte("relayAt", clock.instant()))
                .projection(new Document("relayAt", 1))
                .sort(Sorts.ascending("relayAt"))
                .limit(SWEPT_AT_ONCE)
                .into(new ArrayList<>());
        for (Document left : due) {
            try {
                takeUp(home, left);
            } catch (MongoException e) {
                throw e;
            } catch (RuntimeException e) {
                // Broken by another hand than ours; the others must still get out.
                log.error("the outbox of {} cannot be read and is passed over", left.get("_id"), e);
            }
        }
    }

    private void takeUp(MongoCollection<Document> home, Document left) {
        Bson untouched = Filters.and(Filters.eq("_id", left.get("_id")), Filters.eq("relayAt", left.get("relayAt")));
        Document taken = home.findOneAndUpdate(
                untouched,
                Updates.set("relayAt", sweepableFrom()),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (taken != null) {
            resend(home, taken);
        }
    }

    private void resend(MongoCollection<Document> home, Document taken) {
        List<OutboxEntry> entries = OutboxEntry.allOf(taken);
        String id = taken.getString("_id");
        if (entries.isEmpty()) {
            home.updateOne(
                    Filters.and(Filters.eq("_id", id), Filters.exists("outbox.0", false)),
                    Updates.combine(Updates.unset("outbox"), Updates.unset("relayAt")));
        } else {
            log.info("sending again what was left in {}: {} events", id, entries.size());
            send(home, id, taken.getLong("version"), entries);
        }
    }

    /** Waits briefly for what is under way; the rest is swept up by whoever starts next. */
    @Override
    public void close() {
        closed = true;
        sweeper.shutdownNow();
        sending.interrupt();
        producer.close(Duration.ofSeconds(2));
        pulling.interrupt();
        try {
            pulling.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
