package org.rapport.matching.ranking.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rapport.matching.roster.domain.Fee;
import org.rapport.matching.roster.domain.Money;
import org.rapport.matching.roster.domain.Offering;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Vocabulary;

/**
 * Points per factor, each with its reason. A wish nobody voiced costs nobody points. The arithmetic stands apart from the reasons:
 * {@link WishScores} asks it for what a number of shared codes is worth.
 */
final class FactorScores {
    private final Weights weights;
    private final Vocabulary vocabulary;

    FactorScores(Weights weights, Vocabulary vocabulary) {
        this.weights = weights;
        this.vocabulary = vocabulary;
    }

    List<FactorPoints> of(Practitioner practitioner, Criteria criteria) {
        Therapist therapist = practitioner.therapist();
        Offering offering = therapist.offering();
        return Arrays.stream(Factor.values())
                .map(factor -> switch (factor) {
                    case CONCERNS ->
                        shared(factor, criteria.concerns(), offering.concerns(), "concerns-shared", "concerns-none");
                    case MODALITY -> modality(criteria, offering);
                    case AVAILABILITY ->
                        shared(factor, criteria.availability(), offering.availability(), "times-shared", "times-none");
                    case LANGUAGE -> language(criteria, offering);
                    case FEE -> fee(criteria, therapist.fee());
                    case LOAD -> load(practitioner);
                })
                .toList();
    }

    private FactorPoints shared(
            Factor factor, List<String> wanted, List<String> offered, String someCode, String noneCode) {
        if (wanted.isEmpty()) {
            return noWish(factor);
        }
        List<String> both = wanted.stream().filter(offered::contains).toList();
        Reason reason = both.isEmpty() ? Reason.of(noneCode) : new Reason(someCode, both);
        return earned(factor, shared(factor, wanted.size())[both.size()], reason);
    }

    /** What so many of the codes wanted earn, from none to all of them. */
    int[] shared(Factor factor, int wanted) {
        return IntStream.rangeClosed(0, wanted)
                .map(both -> wanted == 0 ? weights.most(factor) : rounded(factor, both, wanted))
                .toArray();
    }

    private FactorPoints modality(Criteria criteria, Offering offering) {
        if (criteria.modalities().isEmpty()) {
            return noWish(Factor.MODALITY);
        }
        List<String> practised = criteria.modalities().stream()
                .filter(offering.modalities()::contains)
                .toList();
        List<String> near = criteria.modalities().stream()
                .filter(wanted -> !practised.contains(wanted))
                .flatMap(wanted -> offering.modalities().stream()
                        .filter(offered -> vocabulary.areNeighbours(Vocabulary.Kind.MODALITY, wanted, offered))
                        .limit(1))
                .toList();
        Reason reason = !practised.isEmpty()
                ? new Reason("modality-practised", practised)
                : near.isEmpty()
                        ? Reason.of("modality-none")
                        : new Reason("modality-near", near.stream().distinct().toList());
        int wanted = criteria.modalities().size();
        return earned(Factor.MODALITY, modality(practised.size(), near.size(), wanted), reason);
    }

    /** @param near how many of the modalities wanted are not practised, but a neighbour is */
    int modality(int practised, int near, int wanted) {
        return wanted == 0
                ? weights.most(Factor.MODALITY)
                : rounded(Factor.MODALITY, 100 * practised + weights.neighbourPercent() * near, 100 * wanted);
    }

    private FactorPoints language(Criteria criteria, Offering offering) {
        if (criteria.languages().isEmpty()) {
            return noWish(Factor.LANGUAGE);
        }
        String preferred = criteria.languages().getFirst();
        if (offering.languages().contains(preferred)) {
            return earned(Factor.LANGUAGE, language(true), Reason.of("language-preferred", preferred));
        }
        List<String> others = criteria.languages().stream()
                .filter(offering.languages()::contains)
                .toList();
        return earned(Factor.LANGUAGE, language(false), new Reason("language-other", others));
    }

    /** @param preferred whether in the language that was named first, or in none if none was; else in another one named */
    int language(boolean preferred) {
        return preferred ? weights.most(Factor.LANGUAGE) : rounded(Factor.LANGUAGE, 1, 2);
    }

    /** Full points up to the person's limit, then fewer the further the fee is above it; none at twice the limit. */
    FactorPoints fee(Criteria criteria, Fee asked) {
        Money limit = criteria.maximumFee();
        if (!criteria.payment().equals(Criteria.SELF_PAY) || limit == null) {
            return earned(Factor.FEE, weights.most(Factor.FEE), Reason.of("no-fee-limit"));
        }
        Money fee = asked.least();
        String shown = fee.amount().toPlainString();
        if (!fee.isMoreThan(limit)) {
            boolean sliding = asked.standard().isMoreThan(limit);
            Reason within = Reason.of(sliding ? "fee-sliding" : "fee-within", shown);
            return earned(Factor.FEE, weights.most(Factor.FEE), within);
        }
        Money above = fee.minus(limit);
        int left = limit.amount()
                .subtract(above.amount())
                .max(java.math.BigDecimal.ZERO)
                .intValue();
        return earned(
                Factor.FEE,
                rounded(Factor.FEE, left, Math.max(1, limit.amount().intValue())),
                Reason.of("fee-above", shown, above.amount().toPlainString()));
    }

    FactorPoints load(Practitioner practitioner) {
        int capacity = practitioner.therapist().caseload().capacity();
        Reason reason = Reason.of("seats-free", Integer.toString(practitioner.freeSeats()), Integer.toString(capacity));
        return earned(Factor.LOAD, rounded(Factor.LOAD, practitioner.freeSeats(), capacity), reason);
    }

    private FactorPoints noWish(Factor factor) {
        return earned(factor, weights.most(factor), Reason.of("no-wish"));
    }

    private FactorPoints earned(Factor factor, int points, Reason reason) {
        return new FactorPoints(factor, points, weights.most(factor), reason);
    }

    private int rounded(Factor factor, int part, int whole) {
        return (2 * weights.most(factor) * part + whole) / (2 * whole);
    }
}
