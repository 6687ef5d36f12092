package org.rapport.benchmarks;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;

/** Notes when matching-service's first write of each referral was acknowledged by the store. */
final class ReferralsWritten implements CommandListener {
    private final Map<Integer, String> underWay = new ConcurrentHashMap<>();
    private final Map<String, Long> written = new ConcurrentHashMap<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        if (event.getCommandName().equals("insert")
                && command.getString("insert").getValue().equals("referrals")) {
            String id = command.getArray("documents")
                    .get(0)
                    .asDocument()
                    .getString("_id")
                    .getValue();
            underWay.put(event.getRequestId(), id);
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        String id = underWay.remove(event.getRequestId());
        if (id != null) {
            written.putIfAbsent(id, System.nanoTime());
        }
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        underWay.remove(event.getRequestId());
    }

    Map<String, Long> written() {
        return written;
    }
}
