package org.rapport.matching.ranking.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/**
 * The published weights.
 *
 * @param version the day from which they hold
 * @param points most points of each factor; every factor is named
 * @param neighbourPercent what a neighbouring modality is worth, of the modality asked for
 */
public record Weights(String version, Map<Factor, Integer> points, int neighbourPercent) {
    public Weights {
        if (!points.keySet().equals(EnumSet.allOf(Factor.class))) {
            throw new IllegalArgumentException("weights name every factor, these name " + points.keySet());
        }
        if (points.values().stream().anyMatch(most -> most < 0)) {
            throw new IllegalArgumentException("points are not negative");
        }
        if (neighbourPercent < 0 || neighbourPercent > 100) {
            throw new IllegalArgumentException("a neighbour is worth 0 to 100 percent");
        }
        points = Map.copyOf(new EnumMap<>(points));
    }

    int most(Factor factor) {
        Integer most = points.get(factor);
        if (most == null) {
            throw new IllegalStateException("no weight for " + factor);
        }
        return most;
    }
}
