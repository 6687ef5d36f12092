package org.rapport.matching.referrals.domain;

/**
 * Which aggregate of another service a fact comes from, and its place there.
 *
 * @param aggregate for example {@code call|<id>}
 * @param sequence rising with every event of that aggregate
 */
public record Source(String aggregate, long sequence) {
    String key() {
        return aggregate + "#" + sequence;
    }
}
