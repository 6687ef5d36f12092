package org.rapport.matching.ranking.domain;

import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Vocabulary;

/**
 * Ranks a roster for one person.
 *
 * <ol>
 *   <li>Every {@link Rule} is asked, also after one has failed: the reader sees all that stands in the way.
 *   <li>Whoever passes all gets {@link FactorScores points per factor}.
 *   <li>The best first, in the order of {@link Fit}.
 *   <li>Of the others first who fails the fewest rules; then the id.
 * </ol>
 *
 * Points and sentences leave the same method, so the explanation cannot disagree with the order. Nothing here is decided
 * for anyone: a coordinator reads it and picks. {@link RankingIndex} gives the same for large rosters, and is held to this.
 */
public final class Ranker {
    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparing(candidate -> new Fit(candidate.asOfNow(), candidate.points()));
    private static final Comparator<Excluded> NEAREST_FIRST = comparingInt(
                    (Excluded excluded) -> excluded.failures().size())
            .thenComparing(excluded -> excluded.therapist().id());

    private final FactorScores scores;
    private final Vocabulary vocabulary;
    private final Compacts compacts;

    public Ranker(Weights weights, Vocabulary vocabulary, Compacts compacts) {
        this.scores = new FactorScores(weights, vocabulary);
        this.vocabulary = vocabulary;
        this.compacts = compacts;
    }

    /** @param today the date at the practice, by which licences and leave are judged */
    public Ranking rank(List<Practitioner> roster, Criteria criteria, LocalDate today) {
        List<Candidate> candidates = new ArrayList<>();
        List<Excluded> excluded = new ArrayList<>();
        for (Practitioner practitioner : roster) {
            Situation situation = new Situation(practitioner, criteria, today, compacts);
            List<Failure> failures = Rule.failures(situation);
            if (failures.isEmpty()) {
                candidates.add(candidate(situation));
            } else {
                excluded.add(excluded(situation, failures));
            }
        }
        candidates.sort(BEST_FIRST);
        excluded.sort(NEAREST_FIRST);
        return candidates.isEmpty()
                ? new Ranking.NobodyFits(excluded, excluded.size(), reasons(excluded))
                : new Ranking.Ranked(candidates, candidates.size(), excluded, excluded.size());
    }

    private static Map<Rule, Integer> reasons(List<Excluded> excluded) {
        Map<Rule, Integer> reasons = new EnumMap<>(Rule.class);
        excluded.stream()
                .flatMap(therapist -> therapist.failures().stream())
                .forEach(failure -> reasons.merge(failure.rule(), 1, Integer::sum));
        return reasons;
    }

    /** With points and reasons; for one who passes every rule. */
    Candidate candidate(Practitioner practitioner, Criteria criteria, LocalDate today) {
        return candidate(new Situation(practitioner, criteria, today, compacts));
    }

    private Candidate candidate(Situation situation) {
        return new Candidate(
                situation.therapist(),
                scores.of(situation.practitioner(), situation.criteria()),
                cautions(situation),
                situation.practitioner());
    }

    /** With all that stands in the way; for one who fails a rule. */
    Excluded excluded(Practitioner practitioner, Criteria criteria, LocalDate today) {
        Situation situation = new Situation(practitioner, criteria, today, compacts);
        return excluded(situation, Rule.failures(situation));
    }

    private static Excluded excluded(Situation situation, List<Failure> failures) {
        return new Excluded(situation.therapist(), failures, SmallestChange.of(situation));
    }

    private static List<Reason> cautions(Situation situation) {
        return situation
                .permission()
                .filter(permission -> permission.endsSoon(situation.today()))
                .map(permission -> Reason.of(
                        "licence-ends", permission.state(), permission.lastDay().toString()))
                .stream()
                .toList();
    }

    /** Every rule this therapist fails for this person; empty means eligible. */
    public List<Failure> failures(Practitioner practitioner, Criteria criteria, LocalDate today) {
        return Rule.failures(new Situation(practitioner, criteria, today, compacts));
    }

    /** No rows yet, for an index of who is put into it. */
    RosterRows noRows(LocalDate day) {
        return new RosterRows(scores, vocabulary, compacts, day);
    }

    WishScores scores(RosterRows rows, Criteria criteria) {
        return new WishScores(rows, scores, criteria);
    }
}
