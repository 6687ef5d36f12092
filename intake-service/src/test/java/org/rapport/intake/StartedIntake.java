package org.rapport.intake;

import java.util.HashMap;
import java.util.Map;
import org.rapport.testkit.TestServers;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on the store and the broker of this test run, started once and ended with the JVM. */
public final class StartedIntake {
    public static final String SECRET = "0123456789abcdef0123456789abcdef";

    private StartedIntake() {}

    private static final class Once {
        static final ConfigurableApplicationContext CONTEXT = start(TestServers.store(), TestServers.broker());
    }

    public static ConfigurableApplicationContext context() {
        return Once.CONTEXT;
    }

    public static String url() {
        return "http://localhost:" + context().getEnvironment().getProperty("local.server.port");
    }

    /** One more, on a database of its own. */
    public static ConfigurableApplicationContext start(String store, String broker) {
        return start(store, broker, TestServers.freshDatabase(), SECRET);
    }

    public static ConfigurableApplicationContext start(String store, String broker, String database, String secret) {
        return start(store, broker, database, secret, Map.of());
    }

    /** @param more settings of the test's own */
    public static ConfigurableApplicationContext start(
            String store, String broker, String database, String secret, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.putAll(Map.of(
                "server.port",
                "0",
                "rapport.secret",
                secret,
                "rapport.delivery.mongodb-uri",
                store,
                "rapport.delivery.kafka",
                broker,
                "rapport.delivery.database",
                database + "intake"));
        return IntakeApplication.application()
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }
}
