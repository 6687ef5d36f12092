package org.rapport.matching.ranking.domain;

import java.util.Arrays;

/** Numbers of rows as one bit each, read 64 at a time: a ranking asks the same word of every rule at once. */
final class Rows {
    private long[] words = new long[1];

    void set(int row) {
        int word = row >>> 6;
        if (word >= words.length) {
            words = Arrays.copyOf(words, Math.max(word + 1, 2 * words.length));
        }
        words[word] |= 1L << row;
    }

    void clear(int row) {
        if (row >>> 6 < words.length) {
            words[row >>> 6] &= ~(1L << row);
        }
    }

    void put(int row, boolean in) {
        if (in) {
            set(row);
        } else {
            clear(row);
        }
    }

    boolean has(int row) {
        return (word(row >>> 6) >>> row & 1) != 0;
    }

    /** The 64 rows from {@code 64 * index} on, the lowest as the lowest bit. */
    long word(int index) {
        return index < words.length ? words[index] : 0;
    }

    int count() {
        return Arrays.stream(words).mapToInt(Long::bitCount).sum();
    }

    void addAll(Rows others) {
        if (words.length < others.words.length) {
            words = Arrays.copyOf(words, others.words.length);
        }
        for (int index = 0; index < others.words.length; index++) {
            words[index] |= others.words[index];
        }
    }
}
