package org.rapport.journeys.kill;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** One service in a JVM of its own, always on the same port, started again after each kill. */
final class ServiceProcess implements Mortal, AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final int TAIL = 60;

    private final String name;
    private final Class<?> application;
    private final int port;
    private final List<String> settings;
    private final Path log;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable Process process;

    ServiceProcess(String name, Class<?> application, int port, List<String> settings, Path logs) {
        this.name = name;
        this.application = application;
        this.port = port;
        this.settings = List.copyOf(settings);
        this.log = logs.resolve(name + ".log");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-" + name));
    }

    @Override
    public String name() {
        return name;
    }

    String url() {
        return "http://localhost:" + port;
    }

    @Override
    public synchronized void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                application.getName(),
                "--server.port=" + port));
        command.addAll(settings);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void awaitReady() {
        try {
            await(name + " to be ready")
                    .atMost(LONGEST_START)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        if (!running().isAlive()) {
                            throw new IllegalStateException(name + " ended by itself");
                        }
                        return ready();
                    });
        } catch (ConditionTimeoutException late) {
            writeThreadsToLog();
            throw late;
        }
    }

    /** On SIGQUIT a JVM prints where its threads stand. */
    private void writeThreadsToLog() {
        try {
            new ProcessBuilder("kill", "-QUIT", "" + running().pid())
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ready() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void kill() {
        Process running = running();
        if (!running.isAlive()) {
            throw new IllegalStateException(name + " ended by itself");
        }
        running.destroyForcibly();
        running.onExit().join();
    }

    private synchronized Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    String tailOfLog() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return all.subList(Math.max(0, all.size() - TAIL), all.size()).stream()
                    .collect(Collectors.joining("\n", "--- " + log + "\n", "\n"));
        } catch (IOException e) {
            return "--- " + log + " cannot be read: " + e + "\n";
        }
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static boolean isForServices(String jar) {
        return !jar.contains("gateway") && !jar.contains("authorization-server");
    }

    /** As that of the tests, without what only the front door and the identity provider of the local run bring. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> isForServices(Path.of(entry).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
