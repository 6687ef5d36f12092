package org.rapport.matching.ranking.domain;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rapport.matching.roster.domain.Therapist;

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
    /** Days within which the end of a licence is worth a word. */
    private static final int LICENCE_ENDS_SOON = 60;

    private static final Comparator<Candidate> BEST_FIRST = comparingInt(Candidate::points)
            .reversed()
            .thenComparing(candidate -> candidate.asOfNow().lastOffered(), nullsFirst(naturalOrder()))
            .thenComparing(candidate -> candidate.therapist().id());
    private static final Comparator<Excluded> NEAREST_FIRST = comparingInt(
                    (Excluded excluded) -> excluded.failures().size())
            .thenComparing(excluded -> excluded.therapist().id());

    private final FactorScores scores;

    public Ranker(Weights weights) {
        this.scores = new FactorScores(weights);
    }

    /** @param today the date at the practice, by which licences and leave are judged */
    public Ranking rank(List<Practitioner> roster, Criteria criteria, LocalDate today) {
        List<Candidate> candidates = new ArrayList<>();
        List<Excluded> excluded = new ArrayList<>();
        for (Practitioner practitioner : roster) {
            List<Failure> failures = failures(practitioner, criteria, today);
            if (failures.isEmpty()) {
                candidates.add(new Candidate(
                        practitioner.therapist(),
                        scores.of(practitioner, criteria),
                        cautions(practitioner.therapist(), criteria, today),
                        practitioner));
            } else {
                excluded.add(new Excluded(practitioner.therapist(), failures));
            }
        }
        candidates.sort(BEST_FIRST);
        excluded.sort(NEAREST_FIRST);
        return candidates.isEmpty()
                ? new Ranking.NobodyFits(List.copyOf(excluded))
                : new Ranking.Ranked(List.copyOf(candidates), List.copyOf(excluded));
    }

    private static List<Reason> cautions(Therapist therapist, Criteria criteria, LocalDate today) {
        return therapist
                .licenceIn(criteria.state())
                .filter(licence -> !licence.validOn(today.plusDays(LICENCE_ENDS_SOON)))
                .map(licence -> Reason.of(
                        "licence-ends", criteria.state(), licence.expires().toString()))
                .stream()
                .toList();
    }

    /** Every rule this therapist fails for this person; empty means eligible. */
    public List<Failure> failures(Practitioner practitioner, Criteria criteria, LocalDate today) {
        return Arrays.stream(Rule.values())
                .map(rule -> rule.failure(practitioner, criteria, today))
                .flatMap(Optional::stream)
                .toList();
    }
}
