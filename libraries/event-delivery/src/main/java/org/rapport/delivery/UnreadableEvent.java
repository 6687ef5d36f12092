package org.rapport.delivery;

/** A record that can never be handled, however often it is tried. The message names the fault and quotes nothing of it. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String fault) {
        super(fault);
    }
}
