package org.rapport.journeys.kill;

/** A process that is killed and started again, on what it left behind. */
interface Mortal {
    String name();

    /** SIGKILL; returns when the process is gone. */
    void kill();

    void start();

    void awaitReady();
}
