package org.rapport.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One figure of several rounds: their median, and how far they lie apart. */
final class Samples {

    private final List<Double> rounds = new ArrayList<>();

    void add(double round) {
        rounds.add(round);
    }

    double median() {
        return rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray()[rounds.size() / 2];
    }

    String text(String format) {
        double least = rounds.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        double most = rounds.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return String.format(Locale.ROOT, format + " (" + format + " to " + format + ")", median(), least, most);
    }
}
