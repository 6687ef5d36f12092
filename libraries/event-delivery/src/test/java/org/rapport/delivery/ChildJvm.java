package org.rapport.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM on the class path of this one, so that a crash point may halt it. It ends with this one at the latest. */
final class ChildJvm implements AutoCloseable {
    private static final int HALTED = 137;
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path output;

    private ChildJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param crashAt the crash point, and how often it is reached before the JVM halts; empty for none */
    static ChildJvm start(Class<?> main, Map<CrashPoint, Integer> crashAt, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        crashAt.forEach((point, times) -> {
            command.add("-D" + CrashPoint.PROPERTY + "=" + point);
            command.add("-D" + CrashPoint.TIMES_PROPERTY + "=" + times);
        });
        command.add(main.getName());
        command.addAll(List.of(arguments));
        try {
            File output = File.createTempFile("rapport-child-", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            return new ChildJvm(process, output.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be called by the child: without it a killed test would leave its children behind. */
    static void endWithParent() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        var _ = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }

    /** To be called by the child: a line the test can read even when the child is halted right after it. */
    static synchronized void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    void awaitCrash() {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the child ended; it said %s", tail())
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        assertThat(process.exitValue())
                .as("the crash point was reached; the child said %s", tail())
                .isEqualTo(HALTED);
    }

    /** What the child told, without the rest of its log. */
    List<String> told(String beginning) {
        return lines().stream().filter(line -> line.startsWith(beginning)).toList();
    }

    List<String> tail() {
        List<String> lines = lines();
        return lines.subList(Math.max(0, lines.size() - 30), lines.size());
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
