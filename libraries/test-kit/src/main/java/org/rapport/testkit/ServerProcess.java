package org.rapport.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rapport.servers.EmbeddedBrokerProcess;
import org.rapport.servers.EmbeddedStoreProcess;

/** An embedded server in a JVM of its own, on this one's class path, for tests that kill it and start it again on its folder. */
public final class ServerProcess implements AutoCloseable {
    private static final String READY = "ready ";

    private final Process process;
    private final String address;

    private ServerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param port 0 for a free one */
    public static ServerProcess store(Path folder, int port) {
        return start(EmbeddedStoreProcess.class, List.of(folder.toString(), "" + port));
    }

    /** @param port 0 for a free one */
    public static ServerProcess broker(Path folder, int port) {
        return start(EmbeddedBrokerProcess.class, List.of(folder.toString(), "" + port));
    }

    /** @param advertised the {@code host:port} that clients are told, such as that of a proxy */
    public static ServerProcess broker(Path folder, int port, String advertised) {
        return start(EmbeddedBrokerProcess.class, List.of(folder.toString(), "" + port, advertised));
    }

    /** Starts any main class that prints {@code ready <address>} once it serves, and waits for that line. */
    public static ServerProcess start(Class<?> main, List<String> arguments) {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()),
                        arguments.stream())
                .toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new ServerProcess(process, awaitReady(main, process));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String awaitReady(Class<?> main, Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                // Whatever else it prints must not fill the pipe and stop it.
                Thread.ofPlatform().daemon().start(() -> output.lines().forEach(ignored -> {}));
                return line.substring(READY.length());
            }
        }
        throw new IllegalStateException(main.getSimpleName() + " ended before it was ready; its reason is above");
    }

    /** As the embedded server itself gives it. */
    public String address() {
        return address;
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM; returns when the process is gone. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        process.onExit().join();
    }
}
