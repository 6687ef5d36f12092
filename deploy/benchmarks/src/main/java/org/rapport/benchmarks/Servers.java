package org.rapport.benchmarks;

import com.mongodb.event.CommandListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.servers.EmbeddedBroker;
import org.rapport.servers.EmbeddedStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Store and broker of a run: those whose addresses are in the environment, else the embedded ones; and the services on them. */
final class Servers implements AutoCloseable {

    /** Of this run's own databases: what else is in a given store is left alone. */
    static final String DATABASES = "benchmark_" + Long.toString(System.currentTimeMillis(), 36) + "_";

    static final String SECRET = "benchmark".repeat(6);

    private final @Nullable EmbeddedStore ownStore;
    private final @Nullable EmbeddedBroker ownBroker;
    private final String store;
    private final String broker;

    Servers() throws IOException {
        Path folder = Files.createTempDirectory("rapport-benchmark");
        Optional<String> mongodb = Optional.ofNullable(System.getenv("MONGODB_URI"));
        Optional<String> kafka = Optional.ofNullable(System.getenv("KAFKA_BOOTSTRAP_SERVERS"));
        ownStore = mongodb.isPresent() ? null : EmbeddedStore.start(folder.resolve("store"), 0);
        ownBroker = kafka.isPresent() ? null : EmbeddedBroker.start(folder.resolve("broker"), 0);
        store = ownStore == null ? mongodb.orElseThrow() : ownStore.address();
        broker = ownBroker == null ? kafka.orElseThrow() : ownBroker.address();
        System.out.println("store:  " + (ownStore == null ? "given address" : "embedded, durable") + "\nbroker: "
                + (ownBroker == null ? "given address" : "embedded"));
    }

    String store() {
        return store;
    }

    ConfigurableApplicationContext start(
            Class<?> application, String name, @Nullable CommandListener listener, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + name + "-service",
                "--server.port=0",
                "--rapport.secret=" + SECRET,
                "--rapport.delivery.mongodb-uri=" + store,
                "--rapport.delivery.database=" + DATABASES + name,
                "--rapport.delivery.kafka=" + broker,
                "--logging.level.root=error"));
        arguments.addAll(List.of(settings));
        return new SpringApplicationBuilder(application)
                .initializers(context -> {
                    if (listener != null) {
                        ((GenericApplicationContext) context).registerBean(CommandListener.class, () -> listener);
                    }
                })
                .run(arguments.toArray(String[]::new));
    }

    @Override
    public void close() {
        if (ownBroker != null) {
            ownBroker.close();
        }
        if (ownStore != null) {
            ownStore.close();
        }
    }
}
