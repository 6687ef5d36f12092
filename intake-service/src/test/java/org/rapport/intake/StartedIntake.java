package org.rapport.intake;

import java.util.Map;
import org.rapport.testkit.TestServers;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on the store and the broker of this test run, started once and ended with the JVM. */
public final class StartedIntake {
    private static final ConfigurableApplicationContext CONTEXT = start();

    private StartedIntake() {}

    public static ConfigurableApplicationContext context() {
        return CONTEXT;
    }

    public static String url() {
        return "http://localhost:" + CONTEXT.getEnvironment().getProperty("local.server.port");
    }

    private static ConfigurableApplicationContext start() {
        return start(TestServers.store(), TestServers.broker());
    }

    /** One more, on a database of its own. */
    public static ConfigurableApplicationContext start(String store, String broker) {
        Map<String, String> settings = Map.of(
                "server.port",
                "0",
                "rapport.secret",
                "0123456789abcdef0123456789abcdef",
                "rapport.delivery.mongodb-uri",
                store,
                "rapport.delivery.kafka",
                broker,
                "rapport.delivery.database",
                TestServers.freshDatabase() + "intake");
        return IntakeApplication.application()
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }
}
