package org.rapport.matching.referrals.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Candidate;
import org.rapport.matching.ranking.domain.Excluded;
import org.rapport.matching.ranking.domain.FactorPoints;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.ranking.domain.Ranking;
import org.rapport.matching.ranking.domain.Rule;
import org.rapport.matching.roster.domain.Money;

/**
 * A ranking as the API tells it and the page shows it.
 *
 * @param outcome {@code RANKED} or {@code NOBODY_FITS}
 * @param fitting how many candidates there are, of whom the best are listed
 * @param out how many are excluded, of whom those are listed who fail the fewest rules
 * @param weights version of the published weights
 * @param reasons for {@code NOBODY_FITS}: how many therapists each rule keeps out
 */
record CandidatesAnswer(
        String outcome,
        String weights,
        int fitting,
        List<CandidateLine> candidates,
        int out,
        List<ExcludedLine> excluded,
        Map<Rule, Integer> reasons) {
    /** So many of either are listed, and more only for who asks. */
    static final int FEW = 20;

    private static final int MOST = 500;

    /** How many of either to list for who asks for so many. */
    static int rows(int asked) {
        return Math.clamp(asked, FEW, MOST);
    }

    record CandidateLine(
            UUID therapistId,
            String name,
            String credential,
            int points,
            int outOf,
            List<FactorLine> factors,
            List<CautionLine> cautions,
            String fee,
            @Nullable String lowestFee,
            int freeSeats) {}

    /** The accessors {@code label} and {@code of} are those the bars of the page ask for. */
    record FactorLine(String factor, String label, int points, int of, String code, String text) {}

    record CautionLine(String code, String text) {}

    /** @param change the fewest changes that would let the therapist in */
    record ExcludedLine(UUID therapistId, String name, List<FailureLine> failures, List<FailureLine> change) {}

    record FailureLine(Rule rule, String code, String text, String change) {
        static FailureLine of(Failure failure, Words words) {
            return new FailureLine(
                    failure.rule(),
                    failure.reason().code(),
                    words.reason("fails", failure.reason()),
                    words.reason("change", failure.reason()));
        }
    }

    static CandidatesAnswer of(Ranking ranking, String weights, Words words) {
        List<ExcludedLine> excluded =
                ranking.excluded().stream().map(line -> excluded(line, words)).toList();
        return switch (ranking) {
            case Ranking.Ranked ranked ->
                new CandidatesAnswer(
                        "RANKED",
                        weights,
                        ranked.fitting(),
                        ranked.candidates().stream()
                                .map(candidate -> candidate(candidate, words))
                                .toList(),
                        ranked.out(),
                        excluded,
                        Map.of());
            case Ranking.NobodyFits nobody ->
                new CandidatesAnswer("NOBODY_FITS", weights, 0, List.of(), nobody.out(), excluded, nobody.reasons());
        };
    }

    static FactorLine factor(FactorPoints points, Words words) {
        return new FactorLine(
                points.factor().name(),
                words.text("matching.factor." + points.factor()),
                points.points(),
                points.outOf(),
                points.reason().code(),
                words.reason("reason", points.reason()));
    }

    private static CandidateLine candidate(Candidate candidate, Words words) {
        Money lowest = candidate.therapist().fee().lowest();
        return new CandidateLine(
                candidate.therapist().id(),
                candidate.therapist().name(),
                words.word(candidate.therapist().credential().name()),
                candidate.points(),
                candidate.outOf(),
                candidate.factors().stream()
                        .map(points -> factor(points, words))
                        .toList(),
                candidate.cautions().stream()
                        .map(caution -> new CautionLine(caution.code(), words.reason("caution", caution)))
                        .toList(),
                candidate.therapist().fee().standard().amount().toPlainString(),
                lowest == null ? null : lowest.amount().toPlainString(),
                candidate.asOfNow().freeSeats());
    }

    private static ExcludedLine excluded(Excluded excluded, Words words) {
        return new ExcludedLine(
                excluded.therapist().id(),
                excluded.therapist().name(),
                lines(excluded.failures(), words),
                lines(excluded.change(), words));
    }

    private static List<FailureLine> lines(List<Failure> failures, Words words) {
        return failures.stream().map(failure -> FailureLine.of(failure, words)).toList();
    }
}
