package org.rapport.servers;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only after it is in the file. A write that was answered survives SIGKILL; a power cut may take the last ones,
 * since the file is written but not synced.
 *
 * <ol>
 *   <li>The write is applied in memory and takes the next ticket.
 *   <li>Under the lock: if a commit already covers the ticket, it is answered.
 *   <li>Else everything applied so far is committed, for this writer and for all who wait for the lock.
 * </ol>
 */
final class DurableBackend extends H2Backend {
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection");

    private final MVStore file;
    private final MVMap<String, Long> marker;
    private final AtomicLong applied = new AtomicLong();
    private final ReentrantLock committing = new ReentrantLock();
    private long committed;

    DurableBackend(MVStore file) {
        super(file, Clock.systemUTC());
        this.file = file;
        this.marker = file.openMap("rapport.commits");
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Document answer = super.handleCommand(channel, database, command, query);
        if (WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            commit();
        }
        return answer;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        // The library's constructor asks for the databases there are, before this class has its fields.
        return new H2Database(name, getMvStore(), getCursorRegistry()) {
            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return new NarrowingIndex(super.openOrCreateUniqueIndex(collection, index, keys, sparse), sparse);
            }
        };
    }

    /** Returns when all that was applied before the call is in the file. */
    @Override
    public void commit() {
        awaitCommit(applied.incrementAndGet());
    }

    /** Refusals become answers here, because the layer above would log them with the whole document in them. */
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerError refused) {
            return new Document("ok", 0)
                    .append("errmsg", refused.getMessageWithoutErrorCode())
                    .append("code", refused.getCode())
                    .append("codeName", refused.getCodeName());
        }
    }

    private void awaitCommit(long ticket) {
        committing.lock();
        try {
            if (committed >= ticket) {
                return;
            }
            long covered = applied.get();
            if (file.commit() < 0) {
                // Nothing was unsaved: the file's own background commit took these changes and may still write them.
                // A commit that is not empty queues behind it and returns when both are written.
                marker.put("last", covered);
                file.commit();
            }
            committed = covered;
        } finally {
            committing.unlock();
        }
    }
}
