package org.rapport.matching.ranking.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each row earns with one wish: the sums of {@link FactorScores}, whose arithmetic it uses, without a sentence for anybody. What a
 * count of shared codes is worth is worked out once for each count.
 */
final class WishScores {
    private static final int UNKNOWN = -1;

    /** The rows of several codes, and their words at the place looked at. */
    private static final class Counted {
        private final Rows[] rows;
        private final long[] words;

        Counted(List<Rows> rows) {
            this.rows = rows.toArray(Rows[]::new);
            this.words = new long[this.rows.length];
        }

        void at(int word) {
            for (int each = 0; each < rows.length; each++) {
                words[each] = rows[each].word(word);
            }
        }

        int of(int row) {
            int count = 0;
            for (long word : words) {
                count += (int) (word >>> row & 1);
            }
            return count;
        }
    }

    private final RosterRows roster;
    private final FactorScores scores;
    private final Criteria criteria;
    private final Counted concerns;
    private final Counted times;
    private final Counted modalities;
    private final Counted near;
    private final Rows speaking;
    private final int[] concernPoints;
    private final int[] timePoints;
    private final int[][] modalityPoints;
    private final int preferredLanguage;
    private final int otherLanguage;
    private final int[] feePoints;
    private long speakingWord;

    WishScores(RosterRows roster, FactorScores scores, Criteria criteria) {
        this.roster = roster;
        this.scores = scores;
        this.criteria = criteria;
        concerns =
                new Counted(criteria.concerns().stream().map(roster::treating).toList());
        times = new Counted(
                criteria.availability().stream().map(roster::availableAt).toList());
        modalities = new Counted(
                criteria.modalities().stream().map(roster::practising).toList());
        near = new Counted(
                criteria.modalities().stream().map(roster::practisingNear).toList());
        speaking = criteria.languages().isEmpty()
                ? roster.all()
                : roster.speaking(criteria.languages().getFirst());
        concernPoints = scores.shared(Factor.CONCERNS, criteria.concerns().size());
        timePoints = scores.shared(Factor.AVAILABILITY, criteria.availability().size());
        int wanted = criteria.modalities().size();
        modalityPoints = IntStream.rangeClosed(0, wanted)
                .mapToObj(practised -> IntStream.rangeClosed(0, wanted - practised)
                        .map(others -> scores.modality(practised, others, wanted))
                        .toArray())
                .toArray(int[][]::new);
        preferredLanguage = scores.language(true);
        otherLanguage = scores.language(false);
        feePoints = new int[roster.fees()];
        Arrays.fill(feePoints, UNKNOWN);
    }

    /** Goes to the 64 rows from {@code 64 * word} on. */
    void at(int word) {
        concerns.at(word);
        times.at(word);
        modalities.at(word);
        near.at(word);
        speakingWord = speaking.word(word);
    }

    /** @param row among the 64 rows gone to; one that passes every rule */
    int of(int row) {
        return concernPoints[concerns.of(row)]
                + timePoints[times.of(row)]
                + modality(row)
                + ((speakingWord >>> row & 1) != 0 ? preferredLanguage : otherLanguage)
                + fee(roster.fee(row))
                + roster.load(row);
    }

    /** Of the modalities asked for, those practised count in full, and of the others those that have a neighbour. */
    private int modality(int row) {
        int practised = 0;
        int others = 0;
        for (int each = 0; each < modalities.words.length; each++) {
            int does = (int) (modalities.words[each] >>> row & 1);
            practised += does;
            others += (int) (near.words[each] >>> row & 1) & ~does;
        }
        return modalityPoints[practised][others];
    }

    private int fee(int fee) {
        if (feePoints[fee] == UNKNOWN) {
            feePoints[fee] = scores.fee(criteria, roster.feeNumbered(fee)).points();
        }
        return feePoints[fee];
    }
}
