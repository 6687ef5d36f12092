package org.rapport.servers;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** Apache Kafka itself, one KRaft node in this JVM, on a folder that is formatted once and resumed ever after. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final String address;

    private EmbeddedBroker(KafkaRaftServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts and waits until clients are served. After a kill this takes as long as the session of the killed one lasts, 3 s.
     *
     * @param port 0 for a free one; loopback only
     * @throws ServerStartException when another process has the folder, the log is damaged, or the port is taken
     */
    public static EmbeddedBroker start(Path folder, int port) {
        int chosen = port == 0 ? FreePorts.one() : port;
        return start(folder, chosen, "127.0.0.1:" + chosen);
    }

    /** Tells clients another address than the one it listens on, such as a proxy that cuts and delays. */
    public static EmbeddedBroker start(Path folder, int port, String advertised) {
        // Kafka ends the process on faults of its own; in this JVM that must end the broker alone.
        Exit.setExitProcedure((status, message) -> refuseToExit(message));
        Exit.setHaltProcedure((status, message) -> refuseToExit(message));
        try {
            requireFree(port);
            format(folder);
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(settings(folder, port, advertised), false), Time.SYSTEM);
            try {
                server.startup();
            } catch (RuntimeException | Error failed) {
                server.shutdown();
                throw failed;
            }
            return new EmbeddedBroker(server, advertised);
        } catch (RuntimeException failed) {
            throw new ServerStartException(explain(folder, port, failed), failed);
        }
    }

    private static void refuseToExit(String message) {
        throw new IllegalStateException("Kafka gave up" + (message == null ? "" : ": " + message));
    }

    private static String explain(Path folder, int port, RuntimeException failed) {
        String reason = String.valueOf(failed.getMessage());
        if (reason.contains("Failed to acquire lock")) {
            return "The broker's folder " + folder.toAbsolutePath()
                    + " is in use by another process: stop it or choose another folder.";
        }
        return "The broker cannot start on port " + port + " with the folder " + folder.toAbsolutePath() + ": "
                + reason;
    }

    private static void format(Path folder) {
        // Written last when a folder is formatted, so a half-formatted one is formatted again.
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(folder);
            new Formatter()
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toAbsolutePath().toString())
                    .setMetadataLogDirectory(folder.toAbsolutePath().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setPrintStream(silent)
                    .run();
        } catch (Exception failed) {
            throw new KafkaException("the folder cannot be formatted: " + failed.getMessage(), failed);
        }
    }

    private static Properties settings(Path folder, int port, String advertised) {
        String controller = "127.0.0.1:" + FreePorts.one();
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "" + NODE);
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + advertised);
        settings.put("log.dirs", folder.toAbsolutePath().toString());

        settings.put("auto.create.topics.enable", "false");
        settings.put("log.message.timestamp.type", "LogAppendTime");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");

        // A killed consumer's partitions wait for its session to end; the default of 45 s is long for one who restarts
        // at once.
        settings.put("group.consumer.min.session.timeout.ms", "6000");
        settings.put("group.consumer.session.timeout.ms", "6000");
        settings.put("group.consumer.min.heartbeat.interval.ms", "1000");
        settings.put("group.consumer.heartbeat.interval.ms", "1000");

        // Both wait for company that one machine does not have: 10 ms on every offset commit, 3 s on every first join.
        settings.put("group.coordinator.append.linger.ms", "0");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // How long a broker that was killed bars its successor.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // Else an idle node writes to its metadata log twice a second, for ever.
        settings.put("metadata.max.idle.interval.ms", "0");

        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("log.cleaner.io.buffer.size", "65536");
        settings.put("log.segment.bytes", "16777216");
        settings.put("log.index.size.max.bytes", "65536");
        settings.put("log.preallocate", "false");
        settings.put("offsets.topic.segment.bytes", "4194304");
        return settings;
    }

    /** Kafka finds out at the end of its start, with many words. */
    private static void requireFree(int port) {
        if (!FreePorts.isFree(port)) {
            throw new KafkaException("the port is taken");
        }
    }

    /** {@code 127.0.0.1:port}, to give clients as bootstrap server. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
