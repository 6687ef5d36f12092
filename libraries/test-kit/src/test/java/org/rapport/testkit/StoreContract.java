package org.rapport.testkit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the code relies on from any store: one document at a time, and keys that the store itself enforces. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class StoreContract {
    /** A write conflict; on DocumentDB on PostgreSQL a deadlock. Nothing was written, and the writer is to repeat it. */
    // What WriteConflicts of event-delivery does, by the bare driver.
    private static final Set<Integer> BROKEN_OFF = Set.of(112, 16_908_292);

    private final Lock line = new ReentrantLock();
    private MongoCollection<Document> calls;

    abstract MongoClient client();

    @BeforeEach
    void a_fresh_collection_with_claims() {
        calls = client().getDatabase(TestServers.freshDatabase() + "contract").getCollection("calls");
        calls.createIndex(
                Indexes.ascending("claims"), new IndexOptions().unique(true).sparse(true));
    }

    @Test
    void an_update_of_a_stale_version_changes_nothing() {
        calls.insertOne(new Document("_id", "call").append("version", 1).append("place", "a"));

        assertThat(move("call", 1, "b")).isTrue();
        assertThat(move("call", 1, "c")).isFalse();

        assertThat(found("call")).containsEntry("version", 2).containsEntry("place", "b");
    }

    @Test
    void of_many_updates_of_one_version_one_wins() {
        calls.insertOne(new Document("_id", "call").append("version", 1));

        List<Boolean> won = atOnce(IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(racer -> () -> move("call", 1, "place " + racer))
                .toList());

        assertThat(won).filteredOn(moved -> moved).hasSize(1);
        assertThat(found("call")).containsEntry("version", 2);
    }

    @Test
    void of_500_racing_inserts_on_one_claim_one_wins() {
        List<Boolean> won = atOnce(IntStream.range(0, 500)
                .<Callable<Boolean>>mapToObj(racer -> () -> book("call " + racer, List.of("own|" + racer, "host|9:00")))
                .toList());

        assertThat(won).filteredOn(booked -> booked).hasSize(1);
        assertThat(calls.countDocuments()).isEqualTo(1);
    }

    @Test
    void a_failed_move_leaves_the_old_claims_whole() {
        assertThat(book("first", List.of("host|9:00", "host|9:05"))).isTrue();
        assertThat(book("second", List.of("host|9:10", "host|9:15"))).isTrue();

        assertThat(claim("second", List.of("host|9:05", "host|9:20"))).isFalse();

        assertThat(claims("second")).containsExactly("host|9:10", "host|9:15");
        assertThat(book("third", List.of("host|9:20"))).isTrue();
        assertThat(book("fourth", List.of("host|9:15"))).isFalse();
    }

    @Test
    void claims_are_free_again_once_unset_and_absent_claims_do_not_collide() {
        assertThat(book("first", List.of("host|9:00"))).isTrue();
        assertThat(book("second", List.of("host|10:00"))).isTrue();

        calls.updateOne(eq("_id", "first"), unset("claims"));
        calls.updateOne(eq("_id", "second"), unset("claims"));

        assertThat(book("third", List.of("host|9:00"))).isTrue();
    }

    @Test
    void an_id_is_taken_once_and_the_refusal_is_told_as_a_duplicate_key() {
        calls.insertOne(new Document("_id", "call"));

        assertThatThrownBy(() -> calls.insertOne(new Document("_id", "call")))
                .isInstanceOfSatisfying(
                        MongoServerException.class,
                        refused -> assertThat(ErrorCategory.fromErrorCode(refused.getCode()))
                                .isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    @Test
    void find_one_and_update_answers_the_document_before_or_after_and_refuses_a_taken_claim() {
        book("first", List.of("host|9:00"));
        book("second", List.of("host|10:00"));
        FindOneAndUpdateOptions after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

        assertThat(calls.findOneAndUpdate(eq("_id", "first"), inc("version", 1)))
                .isNotNull()
                .containsEntry("version", 1);
        assertThat(calls.findOneAndUpdate(eq("_id", "first"), inc("version", 1), after))
                .isNotNull()
                .containsEntry("version", 3);
        assertThat(calls.findOneAndUpdate(eq("_id", "nobody"), inc("version", 1)))
                .isNull();
        assertThatThrownBy(() -> calls.findOneAndUpdate(eq("_id", "second"), set("claims", List.of("host|9:00"))))
                .isInstanceOf(MongoServerException.class);
        assertThat(claims("second")).containsExactly("host|10:00");
    }

    @Test
    void an_outbox_is_pushed_with_the_state_and_pulled_by_entry() {
        calls.insertOne(new Document("_id", "call").append("version", 1));

        calls.updateOne(
                and(eq("_id", "call"), eq("version", 1)),
                combine(inc("version", 2), push("outbox", new Document("seq", 2)), set("state.place", "b")));
        calls.updateOne(eq("_id", "call"), push("outbox", new Document("seq", 3)));
        calls.updateOne(eq("_id", "call"), pull("outbox", new Document("seq", 2)));

        assertThat(found("call"))
                .containsEntry("outbox", List.of(new Document("seq", 3)))
                .containsEntry("state", new Document("place", "b"));
    }

    @Test
    void random_bookings_moves_and_cancels_never_overlap() {
        atOnce(IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(thread -> () -> play(new Random(thread), thread))
                .toList());

        Set<String> seen = new HashSet<>();
        calls.find()
                .forEach(call -> call.getList("claims", String.class, List.of())
                        .forEach(claim -> assertThat(seen.add(claim)).as(claim).isTrue()));
        for (String left : List.copyOf(seen)) {
            calls.updateOne(eq("claims", left), unset("claims"));
        }
        assertThat(book("whole day", quanta(0, 120))).as("nothing is stuck").isTrue();
    }

    private boolean play(Random random, int thread) {
        List<String> mine = new ArrayList<>();
        for (int turn = 0; turn < 40; turn++) {
            int start = random.nextInt(112);
            List<String> wanted = quanta(start, start + 1 + random.nextInt(8));
            String id = thread + "-" + turn;
            int choice = mine.isEmpty() ? 0 : random.nextInt(3);
            switch (choice) {
                case 0 -> {
                    if (book(id, wanted)) {
                        mine.add(id);
                    }
                }
                case 1 -> claim(mine.get(random.nextInt(mine.size())), wanted);
                default -> calls.updateOne(eq("_id", mine.removeLast()), unset("claims"));
            }
        }
        return true;
    }

    private static List<String> quanta(int from, int to) {
        return IntStream.range(from, to).mapToObj(quantum -> "host|" + quantum).toList();
    }

    private boolean book(String id, List<String> claims) {
        return unlessTaken(() ->
                calls.insertOne(new Document("_id", id).append("version", 1).append("claims", claims)));
    }

    private boolean claim(String id, List<String> claims) {
        return unlessTaken(() -> calls.updateOne(eq("_id", id), combine(set("claims", claims), inc("version", 1))));
    }

    private boolean move(String id, int version, String place) {
        return calls.updateOne(
                                and(eq("_id", id), eq("version", version)),
                                combine(set("place", place), inc("version", 1)))
                        .getModifiedCount()
                == 1;
    }

    private boolean unlessTaken(Runnable write) {
        for (int attempt = 1; ; attempt++) {
            try {
                if (attempt == 1) {
                    write.run();
                } else {
                    repeat(write, attempt);
                }
                return true;
            } catch (MongoServerException refused) {
                if (ErrorCategory.fromErrorCode(refused.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                if (!BROKEN_OFF.contains(refused.getCode()) || attempt == 8) {
                    throw refused;
                }
            }
        }
    }

    /** One repeat at a time, after a pause: all at once they would wait for each other again. */
    private void repeat(Runnable write, int attempt) {
        long pause = TimeUnit.MILLISECONDS.toNanos(20) << (attempt - 2);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause / 2, pause));
        line.lock();
        try {
            write.run();
        } finally {
            line.unlock();
        }
    }

    private Document found(String id) {
        return calls.find(eq("_id", id)).into(new ArrayList<>()).getFirst();
    }

    private List<String> claims(String id) {
        return found(id).getList("claims", String.class);
    }

    private static <T> List<T> atOnce(List<Callable<T>> racers) {
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(racers)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
