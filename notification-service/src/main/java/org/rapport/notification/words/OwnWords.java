package org.rapport.notification.words;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Documents.Stored;
import org.rapport.delivery.Saved;

/** The words a practice has put in the place of those that ship, with all it had before. */
class OwnWords {
    private static final int MOST_KEPT = 50;

    private final Documents<WordsDocument> documents;
    private final Clock clock;

    /**
     * Public for the record codec.
     *
     * @param now absent: the words that ship
     * @param earlier the newest last
     */
    public record WordsDocument(Edition now, List<Edition> earlier) {}

    /** @param text absent: the words that ship */
    public record Edition(@Nullable String text, UUID by, Instant at) {}

    /** @param version 0 while nothing was ever changed */
    record Found(@Nullable String text, long version) {}

    OwnWords(DocumentStore store, Clock clock) {
        this.documents = store.collection("words", WordsDocument.class);
        this.clock = clock;
    }

    Optional<String> text(WordKey key) {
        return Optional.ofNullable(find(key).text());
    }

    Found find(WordKey key) {
        return documents
                .find(key.name())
                .map(stored -> new Found(stored.state().now().text(), stored.version()))
                .orElseGet(() -> new Found(null, 0));
    }

    /** Names of all words that are a practice's own. */
    List<String> names() {
        return documents
                .find(
                        Filters.exists("state.now.text"),
                        Sorts.ascending("_id"),
                        WordKey.all().size())
                .stream()
                .map(Stored::id)
                .toList();
    }

    /**
     * @param text absent to go back to the words that ship
     * @return whether nobody else changed them since {@code version}
     */
    boolean change(WordKey key, long version, @Nullable String text, UUID by) {
        Edition next = new Edition(text, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        List<Edition> earlier = new ArrayList<>();
        documents.find(key.name()).ifPresent(stored -> {
            earlier.addAll(stored.state().earlier());
            earlier.add(stored.state().now());
        });
        List<Edition> kept = earlier.subList(Math.max(0, earlier.size() - MOST_KEPT), earlier.size());
        return documents.save(key.name(), version, new WordsDocument(next, List.copyOf(kept)), Change.none())
                == Saved.SAVED;
    }
}
