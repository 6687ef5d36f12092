package org.rapport.journeys;

import java.util.Map;
import org.rapport.testkit.TestServers;

/** What tells a local run to use the store chosen for this test run, with databases of its own, instead of the embedded one. */
final class ChosenStore {
    private ChosenStore() {}

    /** System properties of the local run; none when it brings its own store. */
    static Map<String, String> properties() {
        return TestServers.isStoreChosen()
                ? Map.of("MONGODB_URI", TestServers.store(), "RAPPORT_DATABASE_PREFIX", TestServers.freshDatabase())
                : Map.of();
    }
}
