package org.rapport.intake.responses.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that cannot wait; open until a named person has acknowledged it.
 *
 * @param code of the safety rule, never the answer
 * @param points of the answers that it was raised for, by question
 * @param escalations how often the next person was asked, because nobody had acknowledged it
 * @param askedAt when somebody was asked last
 */
public record SafetyConcern(
        UUID id,
        String code,
        Map<String, Integer> points,
        Instant raisedAt,
        int escalations,
        Instant askedAt,
        @Nullable Acknowledgement acknowledgement) {
    /** The code of a concern that was raised while answers could not be kept: what it is about was not written down. */
    public static final String NOT_READ = "not-read";
    /** In place of the code, where it has not been opened. */
    public static final String SEALED = "sealed";

    public SafetyConcern {
        points = Map.copyOf(points);
    }

    /** @param number how many concerns the response has had so far, from 1 */
    static SafetyConcern raised(ResponseId response, String code, Map<String, Integer> points, int number, Instant at) {
        String name = "safety-concern|" + response + "|" + code + "|" + number;
        return new SafetyConcern(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), code, points, at, 0, at, null);
    }

    /** Whether it was raised for an answer to that question which is as grave. */
    boolean tellsOf(String question, int given) {
        return points.getOrDefault(question, Integer.MIN_VALUE) >= given;
    }

    public boolean isOpen() {
        return acknowledgement == null;
    }

    SafetyConcern acknowledged(Acknowledgement by) {
        return new SafetyConcern(id, code, points, raisedAt, escalations, askedAt, by);
    }

    SafetyConcern escalated(Instant now) {
        return new SafetyConcern(id, code, points, raisedAt, escalations + 1, now, acknowledgement);
    }

    /** When the next person is asked. */
    Instant escalatesAt(Patience patience) {
        return askedAt.plus(patience.acknowledgement());
    }
}
