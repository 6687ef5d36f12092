package org.rapport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NarrowingIndexTest {
    private final LibrarysDatabase database = new LibrarysDatabase();
    private final Index<Object> ids = new NarrowingIndex(database.index("_id", false), false);
    private final Index<Object> claims = new NarrowingIndex(database.index("claims", true), true);

    @Test
    void its_key_beside_other_conditions_is_enough() {
        assertThat(ids.canHandle(new Document("_id", "a"))).isTrue();
        assertThat(ids.canHandle(new Document("_id", "a").append("version", 3L)))
                .isTrue();
        assertThat(ids.canHandle(new Document("$and", List.of(new Document("version", 3L), new Document("_id", "a")))))
                .isTrue();
        assertThat(claims.canHandle(
                        new Document("claims", new Document("$in", List.of("x", "y"))).append("state.start", 1)))
                .isTrue();
    }

    @Test
    void what_does_not_bind_its_key_is_left_to_a_scan() {
        assertThat(ids.canHandle(new Document("version", 3L))).isFalse();
        assertThat(ids.canHandle(new Document())).isFalse();
        assertThat(ids.canHandle(new Document("_id", new Document("$gt", "a")).append("version", 3L)))
                .isFalse();
        assertThat(ids.canHandle(new Document("$or", List.of(new Document("version", 3L), new Document("_id", "a")))))
                .isFalse();
        assertThat(claims.canHandle(new Document("claims", new Document("$exists", true)).append("state.start", 1)))
                .isFalse();
    }

    @Test
    void it_finds_what_the_librarys_own_finds_for_the_key_alone() {
        Index<Object> library = database.index("code", false);
        Index<Object> narrowing = new NarrowingIndex(library, false);
        MongoCollection<Object> things = database.things();
        narrowing.add(new Document("code", "a"), "position of a", things);
        narrowing.add(new Document("code", "b"), "position of b", things);

        assertThat(narrowing.getPositions(new Document("code", "b").append("version", 3L)))
                .containsExactly("position of b");
        assertThat(narrowing.getPositions(new Document("code", "c").append("version", 3L)))
                .isEmpty();
    }

    @Test
    void a_document_with_several_of_the_keys_asked_for_is_found_once() {
        claims.add(new Document("claims", List.of("x", "y")), "the one position", database.things());
        assertThat(claims.getPositions(
                        new Document("claims", new Document("$in", List.of("x", "y"))).append("version", 3L)))
                .containsExactly("the one position");
    }

    @Test
    void the_absence_of_a_key_is_left_to_a_scan() {
        Document orNone = new Document("$in", Arrays.asList("x", null));
        assertThat(claims.canHandle(new Document("claims", orNone).append("version", 3L)))
                .isFalse();
        assertThat(claims.canHandle(new Document("claims", null).append("version", 3L)))
                .isFalse();
    }

    private static final class LibrarysDatabase extends H2Database {
        LibrarysDatabase() {
            super("test", MVStore.open(null), new CursorRegistry());
        }

        MongoCollection<Object> things() {
            return openOrCreateCollection("things", CollectionOptions.withDefaults());
        }

        Index<Object> index(String key, boolean sparse) {
            return openOrCreateUniqueIndex("things", key, List.of(new IndexKey(key, true)), sparse);
        }
    }
}
