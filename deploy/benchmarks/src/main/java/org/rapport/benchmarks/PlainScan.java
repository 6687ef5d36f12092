package org.rapport.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.rapport.matching.ranking.domain.Candidate;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.ranking.domain.Factor;
import org.rapport.matching.ranking.domain.Fit;
import org.rapport.matching.ranking.domain.Practitioner;
import org.rapport.matching.ranking.domain.Ranker;
import org.rapport.matching.ranking.domain.Ranking;
import org.rapport.matching.ranking.domain.Weights;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Money;
import org.rapport.matching.roster.domain.Offering;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Vocabulary;

/**
 * The yardstick: one loop over all therapists as objects, with the cheapest rule first, plain arithmetic, a heap of the best twenty, and
 * an explanation for those alone.
 */
final class PlainScan {
    private final Ranker ranker;
    private final Weights weights;
    private final Vocabulary vocabulary;
    private final Compacts compacts;
    private final Map<String, Set<String>> neighbours = new HashMap<>();

    PlainScan(Ranker ranker, Weights weights, Vocabulary vocabulary, Compacts compacts) {
        this.ranker = ranker;
        this.weights = weights;
        this.vocabulary = vocabulary;
        this.compacts = compacts;
    }

    List<Candidate> best(List<Practitioner> roster, Criteria wish, LocalDate today, int most) {
        PriorityQueue<Fit> worstFirst = new PriorityQueue<>((one, other) -> other.compareTo(one));
        for (Practitioner practitioner : roster) {
            if (passes(practitioner, wish, today)) {
                Fit fit = new Fit(practitioner, points(practitioner, wish));
                if (worstFirst.size() < most) {
                    worstFirst.add(fit);
                } else if (fit.compareTo(worstFirst.element()) < 0) {
                    worstFirst.poll();
                    worstFirst.add(fit);
                }
            }
        }
        List<Practitioner> best = worstFirst.stream().map(Fit::practitioner).toList();
        return ranker.rank(best, wish, today) instanceof Ranking.Ranked ranked ? ranked.candidates() : List.of();
    }

    private boolean passes(Practitioner practitioner, Criteria wish, LocalDate today) {
        Therapist therapist = practitioner.therapist();
        Offering offering = therapist.offering();
        return therapist.caseload().accepting()
                && practitioner.freeSeats() > 0
                && !therapist.caseload().isOnLeave(today)
                && offering.formats().contains(wish.format())
                && offering.populations().contains(wish.population())
                && offering.payments().contains(wish.payment())
                && (wish.languages().isEmpty() || shared(wish.languages(), offering.languages()) > 0)
                && licensed(therapist, wish.state(), today);
    }

    private boolean licensed(Therapist therapist, String state, LocalDate today) {
        for (Licence licence : therapist.licences()) {
            if (licence.state().equals(state) && licence.validOn(today)) {
                return true;
            }
        }
        return !therapist.compacts().isEmpty()
                && compacts.permission(therapist, state, today)
                        .filter(permission -> permission.isValid(today))
                        .isPresent();
    }

    private int points(Practitioner practitioner, Criteria wish) {
        Offering offering = practitioner.therapist().offering();
        return part(
                        Factor.CONCERNS,
                        shared(wish.concerns(), offering.concerns()),
                        wish.concerns().size())
                + part(
                        Factor.AVAILABILITY,
                        shared(wish.availability(), offering.availability()),
                        wish.availability().size())
                + modality(wish.modalities(), offering.modalities())
                + (wish.languages().isEmpty()
                                || offering.languages()
                                        .contains(wish.languages().getFirst())
                        ? part(Factor.LANGUAGE, 1, 1)
                        : part(Factor.LANGUAGE, 1, 2))
                + fee(practitioner.therapist().fee().least(), wish)
                + part(
                        Factor.LOAD,
                        practitioner.freeSeats(),
                        practitioner.therapist().caseload().capacity());
    }

    private int modality(List<String> wanted, List<String> offered) {
        int earned = 0;
        for (String modality : wanted) {
            earned += offered.contains(modality) ? 100 : near(modality, offered) ? weights.neighbourPercent() : 0;
        }
        return part(Factor.MODALITY, earned, 100 * wanted.size());
    }

    private boolean near(String modality, List<String> offered) {
        Set<String> near = neighbours.computeIfAbsent(modality, this::neighbours);
        for (String code : offered) {
            if (near.contains(code)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> neighbours(String modality) {
        Set<String> near = new HashSet<>();
        for (Vocabulary.Term term : vocabulary.terms(Vocabulary.Kind.MODALITY)) {
            if (vocabulary.areNeighbours(Vocabulary.Kind.MODALITY, modality, term.code())) {
                near.add(term.code());
            }
        }
        return near;
    }

    private int fee(Money fee, Criteria wish) {
        Money limit = wish.maximumFee();
        if (!wish.payment().equals(Criteria.SELF_PAY) || limit == null || !fee.isMoreThan(limit)) {
            return part(Factor.FEE, 1, 1);
        }
        BigDecimal left = limit.amount().subtract(fee.minus(limit).amount()).max(BigDecimal.ZERO);
        return part(Factor.FEE, left.intValue(), Math.max(1, limit.amount().intValue()));
    }

    private static int shared(List<String> wanted, List<String> offered) {
        int shared = 0;
        for (String code : wanted) {
            shared += offered.contains(code) ? 1 : 0;
        }
        return shared;
    }

    private int part(Factor factor, int part, int whole) {
        int most = weights.points().getOrDefault(factor, 0);
        return whole == 0 ? most : (2 * most * part + whole) / (2 * whole);
    }
}
