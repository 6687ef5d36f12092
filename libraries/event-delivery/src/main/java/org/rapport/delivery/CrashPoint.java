package org.rapport.delivery;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The steps between which a process may die. {@code -Drapport.crash-at=AFTER_WRITE} halts the JVM there, as SIGKILL would,
 * {@code -Drapport.crash-after=3} the third time; a test goes through all of them, so that a new step cannot come without one.
 */
enum CrashPoint {
    BEFORE_WRITE,
    AFTER_WRITE,
    AFTER_SEND,
    AFTER_ACKNOWLEDGEMENT,
    AFTER_PULL,
    BEFORE_HANDLING,
    AFTER_HANDLING;

    static final String PROPERTY = "rapport.crash-at";
    static final String TIMES_PROPERTY = "rapport.crash-after";
    private static final String CHOSEN = System.getProperty(PROPERTY, "");
    private static final AtomicInteger TIMES_LEFT = new AtomicInteger(Integer.getInteger(TIMES_PROPERTY, 1));

    void reached() {
        if (CHOSEN.equals(name()) && TIMES_LEFT.decrementAndGet() <= 0) {
            Runtime.getRuntime().halt(137);
        }
    }
}
