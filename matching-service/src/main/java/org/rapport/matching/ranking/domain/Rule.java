package org.rapport.matching.ranking.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Therapist;

/** The hard rules. Who fails one is never a candidate, whatever the points. */
public enum Rule {
    LICENCE,
    ACCEPTING,
    LEAVE,
    SEAT,
    FORMAT,
    POPULATION,
    PAYMENT,
    LANGUAGE;

    Optional<Failure> failure(Practitioner practitioner, Criteria criteria, LocalDate today) {
        Therapist therapist = practitioner.therapist();
        Optional<Reason> reason = switch (this) {
            case LICENCE -> licence(therapist, criteria, today);
            case ACCEPTING -> therapist.accepting() ? Optional.empty() : Optional.of(Reason.of("not-accepting"));
            case LEAVE -> leave(therapist, today);
            case SEAT -> seat(practitioner);
            case FORMAT -> offers(therapist.formats(), criteria.format(), "format-not-offered");
            case POPULATION -> offers(therapist.populations(), criteria.population(), "population-not-seen");
            case PAYMENT -> offers(therapist.payments(), criteria.payment(), "payment-not-taken");
            case LANGUAGE -> language(therapist, criteria);
        };
        return reason.map(why -> new Failure(this, why));
    }

    private static Optional<Reason> licence(Therapist therapist, Criteria criteria, LocalDate today) {
        Optional<Licence> licence = therapist.licenceIn(criteria.state());
        if (licence.isEmpty()) {
            return Optional.of(Reason.of("licence-missing", criteria.state()));
        }
        return licence.filter(found -> !found.validOn(today))
                .map(expired -> Reason.of(
                        "licence-expired", criteria.state(), expired.expires().toString()));
    }

    private static Optional<Reason> leave(Therapist therapist, LocalDate today) {
        return Optional.ofNullable(therapist.onLeaveUntil())
                .filter(_ -> therapist.isOnLeave(today))
                .map(back -> Reason.of("on-leave", back.toString()));
    }

    private static Optional<Reason> seat(Practitioner practitioner) {
        if (practitioner.freeSeats() > 0) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(
                "no-free-seat",
                Integer.toString(practitioner.seatsTaken()),
                Integer.toString(practitioner.therapist().capacity())));
    }

    private static Optional<Reason> language(Therapist therapist, Criteria criteria) {
        if (criteria.languages().isEmpty() || criteria.languages().stream().anyMatch(therapist.languages()::contains)) {
            return Optional.empty();
        }
        return Optional.of(new Reason("language-not-spoken", criteria.languages()));
    }

    private static Optional<Reason> offers(List<String> offered, String wanted, String otherwise) {
        return offered.contains(wanted) ? Optional.empty() : Optional.of(Reason.of(otherwise, wanted));
    }
}
