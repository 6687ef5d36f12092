package org.rapport.matching.ranking.domain;

import java.util.List;
import java.util.SplittableRandom;

/** Codes at random. */
final class Draws {
    private Draws() {}

    static String one(List<String> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Each of the codes, two times of three; so now and then all or none. */
    static String[] codes(List<String> all, SplittableRandom random) {
        return all.stream().filter(_ -> random.nextInt(3) > 0).toArray(String[]::new);
    }
}
