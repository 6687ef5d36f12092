package org.rapport.intake.responses.mongo;

import com.google.crypto.tink.Aead;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.types.Binary;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Documents.Stored;
import org.rapport.delivery.Saved;
import org.rapport.intake.responses.domain.AnswersOutOfReach;
import org.rapport.intake.responses.domain.ResponseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One data key for each inquiry's answers, kept apart from them and wrapped by the master key. It is read from the store each
 * time, so that a key destroyed anywhere is destroyed everywhere; only the unwrapping, which may ask a KMS, is remembered.
 */
public final class DataKeys {
    private static final Logger LOG = LoggerFactory.getLogger(DataKeys.class);
    private static final int AT_ONCE = 100;
    private static final int REMEMBERED = 1_000;
    private static final String CHECK = "master-key-check";

    private final Documents<KeyDocument> documents;
    private final MasterKeys masters;
    private final Map<Wrapped, Aead> unwrapped = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wrapped, Aead> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** With the id, so that a key put under another inquiry does not open there even when it is remembered. */
    private record Wrapped(String id, Binary key) {}

    /** The data key of one inquiry. */
    sealed interface DataKey {
        record None() implements DataKey {}

        record Usable(Aead aead) implements DataKey {}

        /** What was sealed with it cannot be read by anybody, ever. */
        record Destroyed() implements DataKey {}
    }

    /** @throws IllegalStateException if these are not the master keys that wrap what is stored */
    public DataKeys(DocumentStore store, MasterKeys masters) {
        this.documents = store.collection("keys", KeyDocument.class);
        this.masters = masters;
        try {
            forWriting(CHECK);
        } catch (AnswersOutOfReach e) {
            LOG.error(
                    "The key management service does not answer. Answers can be neither read nor kept until it does.");
        } catch (WrongMasterKey e) {
            throw new IllegalStateException(
                    "rapport.intake.master-key (or RAPPORT_SECRET, from which it is derived) is not the key that the answers"
                            + " in this database were sealed with; with another one nobody could read them. A key that is"
                            + " being left is named in rapport.intake.former-master-key",
                    e);
        }
    }

    DataKey find(ResponseId id) {
        return find(id.toString());
    }

    /** The key to seal with, made if there is none yet; empty once it has been destroyed. */
    Optional<Aead> forWriting(ResponseId id) {
        return forWriting(id.toString());
    }

    private Optional<Aead> forWriting(String id) {
        DataKey key = find(id);
        if (key instanceof DataKey.None) {
            // Whether this write won or another's did, what is stored is the key.
            documents.save(id, 0, new KeyDocument(new Binary(masters.generated(belongingTo(id))), null), Change.none());
            key = find(id);
        }
        return key instanceof DataKey.Usable(Aead aead) ? Optional.of(aead) : Optional.empty();
    }

    private DataKey find(String id) {
        return documents.find(id).map(stored -> key(id, stored.state())).orElseGet(DataKey.None::new);
    }

    /**
     * Wraps by the master key what the former one still wraps. A key that neither opens is left as it is, and told of.
     *
     * @return how many were wrapped anew
     */
    int rewrapAll() {
        int rewrapped = 0;
        String last = "";
        while (true) {
            List<Stored<KeyDocument>> some = documents.find(Filters.gt("_id", last), Sorts.ascending("_id"), AT_ONCE);
            for (Stored<KeyDocument> each : some) {
                rewrapped += rewrap(each) ? 1 : 0;
            }
            if (some.size() < AT_ONCE) {
                return rewrapped;
            }
            last = some.getLast().id();
        }
    }

    /** One written by somebody else meanwhile has been destroyed, or wrapped anew beside us. */
    private boolean rewrap(Stored<KeyDocument> stored) {
        Binary wrapped = stored.state().wrapped();
        if (wrapped == null) {
            return false;
        }
        try {
            return masters.rewrapped(wrapped.getData(), belongingTo(stored.id()))
                    .map(anew -> documents.save(
                                    stored.id(),
                                    stored.version(),
                                    new KeyDocument(new Binary(anew), null),
                                    Change.none())
                            == Saved.SAVED)
                    .orElse(false);
        } catch (UnreadableAnswers e) {
            LOG.error("The key {} opens by no master key that is set", stored.id());
            return false;
        }
    }

    /** From here on nobody can read the answers, and no new key is made. */
    void destroy(ResponseId id, Instant now) {
        KeyDocument gone = new KeyDocument(null, now);
        while (true) {
            Optional<Stored<KeyDocument>> stored = documents.find(id.toString());
            boolean done = stored.isPresent() && stored.get().state().wrapped() == null;
            long version = stored.map(Stored::version).orElse(0L);
            if (done || documents.save(id.toString(), version, gone, Change.none()) == Saved.SAVED) {
                return;
            }
        }
    }

    private DataKey key(String id, KeyDocument document) {
        Binary wrapped = document.wrapped();
        if (wrapped == null) {
            return new DataKey.Destroyed();
        }
        synchronized (unwrapped) {
            Aead known = unwrapped.get(new Wrapped(id, wrapped));
            if (known != null) {
                return new DataKey.Usable(known);
            }
        }
        Aead opened = masters.opened(wrapped.getData(), belongingTo(id));
        synchronized (unwrapped) {
            unwrapped.put(new Wrapped(id, wrapped), opened);
        }
        return new DataKey.Usable(opened);
    }

    /** A key put under another inquiry does not open there. */
    private static byte[] belongingTo(String id) {
        return ("intake-data-key|" + id).getBytes(StandardCharsets.UTF_8);
    }
}
