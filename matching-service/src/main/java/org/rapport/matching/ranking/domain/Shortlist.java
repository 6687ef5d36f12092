package org.rapport.matching.ranking.domain;

import java.util.stream.IntStream;

/** The best few of all rows that come by, in order; the others are forgotten at once. */
final class Shortlist {
    /** Of two rows with equal points. */
    interface Ties {
        boolean isBefore(int row, int other);
    }

    private final Ties ties;
    private final int[] rows;
    private final int[] points;
    private int size;

    Shortlist(int most, Ties ties) {
        this.ties = ties;
        this.rows = new int[most];
        this.points = new int[most];
    }

    void offer(int row, int earned) {
        if (size == rows.length && (size == 0 || !isBefore(row, earned, size - 1))) {
            return;
        }
        int place = size < rows.length ? size++ : size - 1;
        for (; place > 0 && isBefore(row, earned, place - 1); place--) {
            rows[place] = rows[place - 1];
            points[place] = points[place - 1];
        }
        rows[place] = row;
        points[place] = earned;
    }

    IntStream rows() {
        return IntStream.range(0, size).map(place -> rows[place]);
    }

    private boolean isBefore(int row, int earned, int place) {
        return earned != points[place] ? earned > points[place] : ties.isBefore(row, rows[place]);
    }
}
