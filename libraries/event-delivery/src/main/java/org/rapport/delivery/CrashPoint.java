package org.rapport.delivery;

/**
 * The steps between which a process may die. {@code -Drapport.crash-at=AFTER_WRITE} halts the JVM there, as SIGKILL would;
 * a test goes through all of them, so that a new step cannot come without one.
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
    private static final String CHOSEN = System.getProperty(PROPERTY, "");

    void reached() {
        if (CHOSEN.equals(name())) {
            Runtime.getRuntime().halt(137);
        }
    }
}
