package org.rapport.testkit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;

/** On whichever store this run has; the run prints which. */
class StoreIT extends StoreContract {
    private static final MongoClient CLIENT = MongoClients.create(TestServers.store());

    @Override
    MongoClient client() {
        return CLIENT;
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }
}
