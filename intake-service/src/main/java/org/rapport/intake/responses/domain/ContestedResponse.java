package org.rapport.intake.responses.domain;

/** So many others wrote at the same moment that a decision could not be kept. */
public final class ContestedResponse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContestedResponse(ResponseId id) {
        super("response " + id + " is changing too fast");
    }
}
