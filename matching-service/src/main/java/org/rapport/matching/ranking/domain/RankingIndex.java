package org.rapport.matching.ranking.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Ranks a roster of any size as {@link Ranker} would, which says the same at length and is asked for every explanation.
 *
 * <ol>
 *   <li>Who passes every rule is read off {@link RosterRows}, 64 rows at a time.
 *   <li>{@link WishScores} gives their points, and {@link Shortlist} keeps the best.
 *   <li>Only those few are explained, and of the excluded only as many as are shown.
 * </ol>
 *
 * Questions go side by side; a change waits for those under way and is seen by the next.
 */
public final class RankingIndex {
    private record Found(
            List<Practitioner> best, int fitting, List<Practitioner> nearest, int out, Map<Rule, Integer> reasons) {}

    private static final Rule[] RULES = Rule.values();

    private final Ranker ranker;
    private final RosterRows roster;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** @param today by which licences and leave are judged until a question names another day */
    public RankingIndex(Ranker ranker, LocalDate today) {
        this.ranker = ranker;
        this.roster = ranker.noRows(today);
    }

    /** In the place of what was known of this therapist, if anything was. */
    public void put(Practitioner practitioner) {
        lock.writeLock().lock();
        try {
            roster.put(practitioner);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * The same as {@link Ranker#rank} of those who are not barred, of whose lists it gives the beginning.
     *
     * @param most candidates
     * @param mostExcluded of the others; looking for them takes time of its own
     */
    public Ranking rank(CandidateSearch search, LocalDate today, int most, int mostExcluded) {
        Criteria criteria = search.criteria();
        Found found = ask(today, rows -> find(rows, search, most, mostExcluded));
        List<Excluded> excluded = found.nearest().stream()
                .map(practitioner -> ranker.excluded(practitioner, criteria, today))
                .toList();
        if (found.fitting() == 0) {
            return new Ranking.NobodyFits(excluded, found.out(), found.reasons());
        }
        List<Candidate> candidates = found.best().stream()
                .map(practitioner -> ranker.candidate(practitioner, criteria, today))
                .toList();
        return new Ranking.Ranked(candidates, found.fitting(), excluded, found.out());
    }

    /** Everybody who passes every rule, in no order. */
    public List<Fit> fitting(CandidateSearch search, LocalDate today) {
        return ask(today, rows -> {
            Rows asked = rows.but(search.barred());
            Rows[] passing = passing(rows, search.criteria());
            WishScores scores = ranker.scores(rows, search.criteria());
            List<Fit> fitting = new ArrayList<>();
            for (int word = 0; 64 * word < rows.size(); word++) {
                scores.at(word);
                for (long left = all(passing, word) & asked.word(word); left != 0; left &= left - 1) {
                    int row = 64 * word + Long.numberOfTrailingZeros(left);
                    fitting.add(new Fit(rows.practitioner(row), scores.of(row)));
                }
            }
            return fitting;
        });
    }

    private <A> A ask(LocalDate today, Function<RosterRows, A> question) {
        lock.readLock().lock();
        try {
            if (roster.day().equals(today)) {
                return question.apply(roster);
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            roster.turnTo(today);
            return question.apply(roster);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Found find(RosterRows rows, CandidateSearch search, int most, int mostExcluded) {
        Rows asked = rows.but(search.barred());
        Rows[] passing = passing(rows, search.criteria());
        WishScores scores = ranker.scores(rows, search.criteria());
        Shortlist best = new Shortlist(most, rows::isOfferedBefore);
        Shortlist nearest = new Shortlist(mostExcluded, rows::hasLowerId);
        int fitting = 0;
        for (int word = 0; 64 * word < rows.size(); word++) {
            long fit = all(passing, word) & asked.word(word);
            if (fit != 0) {
                fitting += Long.bitCount(fit);
                scores.at(word);
            }
            for (long left = fit; left != 0; left &= left - 1) {
                int row = 64 * word + Long.numberOfTrailingZeros(left);
                best.offer(row, scores.of(row));
            }
            if (mostExcluded > 0) {
                for (long left = asked.word(word) & ~fit; left != 0; left &= left - 1) {
                    int bit = Long.numberOfTrailingZeros(left);
                    nearest.offer(64 * word + bit, passed(passing, word, bit));
                }
            }
        }
        return new Found(
                best.rows().mapToObj(rows::practitioner).toList(),
                fitting,
                nearest.rows().mapToObj(rows::practitioner).toList(),
                asked.count() - fitting,
                fitting > 0 ? Map.of() : reasons(rows.size(), asked, passing));
    }

    private static Rows[] passing(RosterRows rows, Criteria criteria) {
        return Arrays.stream(RULES).map(rule -> rows.passing(rule, criteria)).toArray(Rows[]::new);
    }

    private static long all(Rows[] passing, int word) {
        long fit = ~0L;
        for (Rows rule : passing) {
            fit &= rule.word(word);
        }
        return fit;
    }

    private static int passed(Rows[] passing, int word, int bit) {
        int passed = 0;
        for (Rows rule : passing) {
            passed += (int) (rule.word(word) >>> bit & 1);
        }
        return passed;
    }

    private static Map<Rule, Integer> reasons(int size, Rows asked, Rows[] passing) {
        Map<Rule, Integer> reasons = new EnumMap<>(Rule.class);
        for (int rule = 0; rule < RULES.length; rule++) {
            int failing = 0;
            for (int word = 0; 64 * word < size; word++) {
                failing += Long.bitCount(asked.word(word) & ~passing[rule].word(word));
            }
            if (failing > 0) {
                reasons.put(RULES[rule], failing);
            }
        }
        return reasons;
    }
}
