package org.rapport.intake.responses.domain;

import java.time.Duration;
import java.util.List;

/**
 * How long we wait.
 *
 * @param acknowledgement until the next person is asked to acknowledge a safety concern
 * @param nudges after a link went out, until the person is reminded of it; ascending
 */
public record Patience(Duration acknowledgement, List<Duration> nudges) {
    public Patience {
        nudges = List.copyOf(nudges);
        if (!acknowledgement.isPositive()) {
            throw new IllegalArgumentException("nobody can acknowledge within " + acknowledgement);
        }
        if (!nudges.equals(nudges.stream().sorted().toList())
                || nudges.stream().anyMatch(nudge -> !nudge.isPositive())) {
            throw new IllegalArgumentException("nudges follow one another: " + nudges);
        }
    }
}
