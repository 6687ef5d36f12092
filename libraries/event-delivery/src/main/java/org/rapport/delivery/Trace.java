package org.rapport.delivery;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The W3C trace context that ties together the writes one request or one event set off, also in the log ({@code trace}). */
final class Trace {
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String LOG_KEY = "trace";
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private Trace() {}

    /** A traceparent for something done now: same trace as what is being handled, or a new trace. */
    static String next() {
        String parent = CURRENT.get();
        String trace = parent == null ? hex(16) : parent.substring(3, 35);
        return "00-" + trace + "-" + hex(8) + "-01";
    }

    static void within(@Nullable String traceparent, Runnable work) {
        boolean known = traceparent != null && TRACEPARENT.matcher(traceparent).matches();
        CURRENT.set(known ? traceparent : next());
        MDC.put(LOG_KEY, next().substring(3, 35));
        try {
            work.run();
        } finally {
            CURRENT.remove();
            MDC.remove(LOG_KEY);
        }
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
