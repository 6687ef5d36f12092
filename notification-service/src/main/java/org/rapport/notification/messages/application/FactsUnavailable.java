package org.rapport.notification.messages.application;

/** Another service did not answer; what it would have said is not known. */
public final class FactsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FactsUnavailable(Throwable cause) {
        super(cause);
    }
}
