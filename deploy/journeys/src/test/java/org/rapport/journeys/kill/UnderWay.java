package org.rapport.journeys.kill;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** What has yet to arrive: messages that are due, events that are not sent, events that nobody has handled. */
final class UnderWay {
    private final Databases databases;
    private final Broker broker;

    UnderWay(Databases databases, Broker broker) {
        this.databases = databases;
        this.broker = broker;
    }

    /** Looked at twice: while the second place is looked at, something may move on to the first. */
    List<String> now() throws ExecutionException, InterruptedException {
        List<String> first = atOneLook();
        return first.isEmpty() ? atOneLook() : first;
    }

    private List<String> atOneLook() throws ExecutionException, InterruptedException {
        List<String> underWay = new ArrayList<>();
        databases
                .collection("notification", "messages")
                .find(Filters.or(
                        Filters.eq("state.state", "SENDING"),
                        Filters.and(
                                Filters.eq("state.state", "PLANNED"),
                                Filters.lte("state.dueAt", Date.from(Instant.now())))))
                .forEach(message -> underWay.add(message.getString("_id") + " is "
                        + Databases.state(message).getString("state")));
        databases.unsent().forEach(document -> underWay.add(document.getString("_id") + " has unsent events"));
        underWay.addAll(broker.unhandled());
        return underWay;
    }
}
