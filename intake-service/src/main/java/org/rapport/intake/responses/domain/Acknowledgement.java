package org.rapport.intake.responses.domain;

import java.time.Instant;
import java.util.UUID;

/** A named person answers for a safety concern. */
public record Acknowledgement(UUID by, String name, AcknowledgementAction action, Instant at) {
    public Acknowledgement {
        if (name.isBlank()) {
            throw new IllegalArgumentException("only a named person acknowledges");
        }
    }
}
