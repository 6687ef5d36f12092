package org.rapport.matching.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.rapport.matching.ranking.domain.Factor;
import org.rapport.matching.ranking.domain.Weights;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The weights as published in {@value #WEIGHTS}. */
final class PublishedWeights {
    private static final String WEIGHTS = "ranking/weights.json";

    private record WeightsFile(String version, Map<Factor, Integer> points, int neighbourPercent) {}

    private PublishedWeights() {}

    static Weights read() {
        WeightsFile weights = read(WEIGHTS, WeightsFile.class);
        return new Weights(weights.version(), weights.points(), weights.neighbourPercent());
    }

    private static <T> T read(String path, Class<T> type) {
        try (InputStream file = new ClassPathResource(path).getInputStream()) {
            return JsonMapper.shared().readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
