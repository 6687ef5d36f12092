package org.rapport.booking.requests.domain;

import java.time.Instant;

/** What to do with a command that came with a key. */
public sealed interface Beginning {

    /** Carry it out; it may have been carried out before a crash, under the same ids. */
    record Perform(Instant begunAt) implements Beginning {}

    record Repeat(KeptAnswer answer) implements Beginning {}

    /** The key came with another command. */
    record Reused() implements Beginning {}
}
