package org.rapport.matching.ranking.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Therapist;

/** The hard rules. Who fails one is never a candidate, whatever the points. */
public enum Rule {
    LICENCE(Rule::licence),
    ACCEPTING(Rule::accepting),
    LEAVE(Rule::leave),
    SEAT(Rule::seat),
    FORMAT((practitioner, criteria, _) ->
            offers(practitioner.therapist().formats(), criteria.format(), "format-not-offered")),
    POPULATION((practitioner, criteria, _) ->
            offers(practitioner.therapist().populations(), criteria.population(), "population-not-seen")),
    PAYMENT((practitioner, criteria, _) ->
            offers(practitioner.therapist().payments(), criteria.payment(), "payment-not-taken")),
    LANGUAGE(Rule::language);

    private interface Check {
        Optional<Reason> failure(Practitioner practitioner, Criteria criteria, LocalDate today);
    }

    private final Check check;

    Rule(Check check) {
        this.check = check;
    }

    Optional<Failure> failure(Practitioner practitioner, Criteria criteria, LocalDate today) {
        return check.failure(practitioner, criteria, today).map(reason -> new Failure(this, reason));
    }

    private static Optional<Reason> licence(Practitioner practitioner, Criteria criteria, LocalDate today) {
        Optional<Licence> licence = practitioner.therapist().licenceIn(criteria.state());
        if (licence.isEmpty()) {
            return Optional.of(Reason.of("licence-missing", criteria.state()));
        }
        return licence.filter(found -> !found.validOn(today))
                .map(expired -> Reason.of(
                        "licence-expired", criteria.state(), expired.expires().toString()));
    }

    private static Optional<Reason> accepting(Practitioner practitioner, Criteria criteria, LocalDate today) {
        return practitioner.therapist().accepting() ? Optional.empty() : Optional.of(Reason.of("not-accepting"));
    }

    private static Optional<Reason> leave(Practitioner practitioner, Criteria criteria, LocalDate today) {
        Therapist therapist = practitioner.therapist();
        return Optional.ofNullable(therapist.onLeaveUntil())
                .filter(_ -> therapist.isOnLeave(today))
                .map(back -> Reason.of("on-leave", back.toString()));
    }

    private static Optional<Reason> seat(Practitioner practitioner, Criteria criteria, LocalDate today) {
        if (practitioner.freeSeats() > 0) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(
                "no-free-seat",
                Integer.toString(practitioner.seatsTaken()),
                Integer.toString(practitioner.therapist().capacity())));
    }

    private static Optional<Reason> language(Practitioner practitioner, Criteria criteria, LocalDate today) {
        if (criteria.languages().isEmpty()
                || criteria.languages().stream()
                        .anyMatch(practitioner.therapist().languages()::contains)) {
            return Optional.empty();
        }
        return Optional.of(new Reason("language-not-spoken", criteria.languages()));
    }

    private static Optional<Reason> offers(List<String> offered, String wanted, String otherwise) {
        return offered.contains(wanted) ? Optional.empty() : Optional.of(Reason.of(otherwise, wanted));
    }
}
