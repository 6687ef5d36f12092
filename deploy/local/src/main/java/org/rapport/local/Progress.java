package org.rapport.local;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/** What a person sees while the system starts and stops; seconds count from the start of the JVM. */
final class Progress {
    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String text) {
        out.println(text);
    }

    void step(String what) {
        Duration since = Duration.ofMillis(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
        out.println(String.format(Locale.ROOT, "  %5.1f s  %s", since.toMillis() / 1_000.0, what));
    }
}
