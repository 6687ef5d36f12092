package org.rapport.matching.ranking.domain;

import java.util.Arrays;
import java.util.List;
import org.rapport.matching.roster.domain.Money;
import org.rapport.matching.roster.domain.Offering;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Vocabulary;

/** Points per factor, each with its reason. A wish nobody voiced costs nobody points. */
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
                    case FEE -> fee(criteria, therapist);
                    case LOAD -> load(practitioner);
                })
                .toList();
    }

    private FactorPoints shared(
            Factor factor, List<String> wanted, List<String> offered, String someCode, String noneCode) {
        if (wanted.isEmpty()) {
            return full(factor, Reason.of("no-wish"));
        }
        List<String> both = wanted.stream().filter(offered::contains).toList();
        Reason reason = both.isEmpty() ? Reason.of(noneCode) : new Reason(someCode, both);
        return points(factor, both.size(), wanted.size(), reason);
    }

    private FactorPoints modality(Criteria criteria, Offering offering) {
        if (criteria.modalities().isEmpty()) {
            return full(Factor.MODALITY, Reason.of("no-wish"));
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
        int earned = 100 * practised.size() + weights.neighbourPercent() * near.size();
        Reason reason = !practised.isEmpty()
                ? new Reason("modality-practised", practised)
                : near.isEmpty()
                        ? Reason.of("modality-none")
                        : new Reason("modality-near", near.stream().distinct().toList());
        return points(Factor.MODALITY, earned, 100 * criteria.modalities().size(), reason);
    }

    private FactorPoints language(Criteria criteria, Offering offering) {
        if (criteria.languages().isEmpty()) {
            return full(Factor.LANGUAGE, Reason.of("no-wish"));
        }
        String preferred = criteria.languages().getFirst();
        if (offering.languages().contains(preferred)) {
            return full(Factor.LANGUAGE, Reason.of("language-preferred", preferred));
        }
        List<String> others = criteria.languages().stream()
                .filter(offering.languages()::contains)
                .toList();
        return points(Factor.LANGUAGE, 1, 2, new Reason("language-other", others));
    }

    /** Full points up to the person's limit, then fewer the further the fee is above it; none at twice the limit. */
    private FactorPoints fee(Criteria criteria, Therapist therapist) {
        Money limit = criteria.maximumFee();
        if (!criteria.payment().equals(Criteria.SELF_PAY) || limit == null) {
            return full(Factor.FEE, Reason.of("no-fee-limit"));
        }
        Money fee = therapist.fee().least();
        String shown = fee.amount().toPlainString();
        if (!fee.isMoreThan(limit)) {
            boolean sliding = therapist.fee().standard().isMoreThan(limit);
            return full(Factor.FEE, Reason.of(sliding ? "fee-sliding" : "fee-within", shown));
        }
        Money above = fee.minus(limit);
        int left = limit.amount()
                .subtract(above.amount())
                .max(java.math.BigDecimal.ZERO)
                .intValue();
        return points(
                Factor.FEE,
                left,
                Math.max(1, limit.amount().intValue()),
                Reason.of("fee-above", shown, above.amount().toPlainString()));
    }

    private FactorPoints load(Practitioner practitioner) {
        int capacity = practitioner.therapist().caseload().capacity();
        Reason reason = Reason.of("seats-free", Integer.toString(practitioner.freeSeats()), Integer.toString(capacity));
        return points(Factor.LOAD, practitioner.freeSeats(), capacity, reason);
    }

    private FactorPoints full(Factor factor, Reason reason) {
        return points(factor, 1, 1, reason);
    }

    private FactorPoints points(Factor factor, int part, int whole, Reason reason) {
        int most = weights.most(factor);
        int rounded = (2 * most * part + whole) / (2 * whole);
        return new FactorPoints(factor, rounded, most, reason);
    }
}
