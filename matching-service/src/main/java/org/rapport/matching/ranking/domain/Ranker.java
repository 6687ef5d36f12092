package org.rapport.matching.ranking.domain;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Vocabulary;

/**
 * Ranks a roster for one person.
 *
 * <ol>
 *   <li>Every {@link Rule} is asked, also after one has failed: the reader sees all that stands in the way.
 *   <li>Whoever passes all gets {@link FactorScores points per factor}.
 *   <li>Most points first; equal points: least recently offered, never offered before all; then the id.
 * </ol>
 *
 * Points and sentences leave the same method, so the explanation cannot disagree with the order. Nothing here is decided
 * for anyone: a coordinator reads it and picks.
 */
public final class Ranker {
    private static final Comparator<Candidate> BEST_FIRST = comparingInt(Candidate::points)
            .reversed()
            .thenComparing(candidate -> candidate.asOfNow().lastOffered(), nullsFirst(naturalOrder()))
            .thenComparing(candidate -> candidate.therapist().id());
    private static final Comparator<Excluded> NEAREST_FIRST = comparingInt(
                    (Excluded excluded) -> excluded.change().size())
            .thenComparing(excluded -> excluded.therapist().id());

    private final FactorScores scores;
    private final Compacts compacts;

    public Ranker(Weights weights, Vocabulary vocabulary, Compacts compacts) {
        this.scores = new FactorScores(weights, vocabulary);
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
                candidates.add(new Candidate(
                        practitioner.therapist(),
                        scores.of(practitioner, criteria),
                        cautions(situation),
                        practitioner));
            } else {
                excluded.add(new Excluded(practitioner.therapist(), failures, SmallestChange.of(situation)));
            }
        }
        candidates.sort(BEST_FIRST);
        excluded.sort(NEAREST_FIRST);
        return candidates.isEmpty()
                ? new Ranking.NobodyFits(List.copyOf(excluded))
                : new Ranking.Ranked(List.copyOf(candidates), List.copyOf(excluded));
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
}
