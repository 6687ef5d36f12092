package org.rapport.matching.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Weights;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedWeightsTest {
    @Test
    void the_published_points_add_up_to_a_hundred() {
        Weights weights = PublishedWeights.read();

        assertThat(weights.points().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(100);
    }
}
