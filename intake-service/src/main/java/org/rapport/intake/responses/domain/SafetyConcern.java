package org.rapport.intake.responses.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that cannot wait; open until a named person has acknowledged it.
 *
 * @param code of the safety rule, never the answer
 * @param escalations how often the next person was asked, because nobody had acknowledged it
 * @param askedAt when somebody was asked last
 */
public record SafetyConcern(
        UUID id,
        String code,
        Instant raisedAt,
        int escalations,
        Instant askedAt,
        @Nullable Acknowledgement acknowledgement) {

    /** @param number how many concerns the response has had so far, from 1 */
    static SafetyConcern raised(ResponseId response, String code, int number, Instant at) {
        String name = "safety-concern|" + response + "|" + code + "|" + number;
        return new SafetyConcern(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), code, at, 0, at, null);
    }

    public boolean isOpen() {
        return acknowledgement == null;
    }

    SafetyConcern acknowledged(Acknowledgement by) {
        return new SafetyConcern(id, code, raisedAt, escalations, askedAt, by);
    }

    SafetyConcern escalated(Instant now) {
        return new SafetyConcern(id, code, raisedAt, escalations + 1, now, acknowledgement);
    }

    /** When the next person is asked. */
    Instant escalatesAt(Patience patience) {
        return askedAt.plus(patience.acknowledgement());
    }
}
