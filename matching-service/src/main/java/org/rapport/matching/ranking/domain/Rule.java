package org.rapport.matching.ranking.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.matching.roster.domain.Caseload;
import org.rapport.matching.roster.domain.Offering;
import org.rapport.matching.roster.domain.Permission;

/** The hard rules. Who fails one is never a candidate, whatever the points. Each has one change that would meet it. */
public enum Rule {
    LICENCE,
    ACCEPTING,
    LEAVE,
    SEAT,
    FORMAT,
    POPULATION,
    PAYMENT,
    LANGUAGE;

    /** Every rule that fails, also after one has. */
    static List<Failure> failures(Situation situation) {
        return Arrays.stream(values())
                .map(rule -> rule.failure(situation))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Failure> failure(Situation situation) {
        Offering offering = situation.therapist().offering();
        Caseload caseload = situation.therapist().caseload();
        Criteria criteria = situation.criteria();
        Optional<Reason> reason = switch (this) {
            case LICENCE -> licence(situation);
            case ACCEPTING -> caseload.accepting() ? Optional.empty() : Optional.of(Reason.of("not-accepting"));
            case LEAVE -> leave(caseload, situation.today());
            case SEAT -> seat(situation.practitioner());
            case FORMAT -> offers(offering.formats(), criteria.format(), "format-not-offered");
            case POPULATION -> offers(offering.populations(), criteria.population(), "population-not-seen");
            case PAYMENT -> offers(offering.payments(), criteria.payment(), "payment-not-taken");
            case LANGUAGE -> language(offering, criteria);
        };
        return reason.map(why -> new Failure(this, why));
    }

    /** The situation after the one change that meets this rule. Waiting is a change too: it moves the day for every rule. */
    Situation met(Situation situation) {
        Offering o = situation.therapist().offering();
        Caseload c = situation.therapist().caseload();
        Criteria criteria = situation.criteria();
        return switch (this) {
            case LICENCE -> situation.asLicensed();
            case ACCEPTING -> situation.with(new Caseload(c.capacity(), c.existingClients(), true, c.onLeaveUntil()));
            case LEAVE -> {
                LocalDate back = c.onLeaveUntil();
                yield back == null ? situation : situation.on(back);
            }
            case SEAT -> situation.withSeatsTaken(c.capacity() - 1);
            case FORMAT ->
                situation.with(new Offering(
                        o.modalities(),
                        o.concerns(),
                        and(o.formats(), criteria.format()),
                        o.populations(),
                        o.languages(),
                        o.payments(),
                        o.availability()));
            case POPULATION ->
                situation.with(new Offering(
                        o.modalities(),
                        o.concerns(),
                        o.formats(),
                        and(o.populations(), criteria.population()),
                        o.languages(),
                        o.payments(),
                        o.availability()));
            case PAYMENT ->
                situation.with(new Offering(
                        o.modalities(),
                        o.concerns(),
                        o.formats(),
                        o.populations(),
                        o.languages(),
                        and(o.payments(), criteria.payment()),
                        o.availability()));
            case LANGUAGE ->
                situation.with(new Offering(
                        o.modalities(),
                        o.concerns(),
                        o.formats(),
                        o.populations(),
                        Stream.concat(o.languages().stream(), criteria.languages().stream())
                                .toList(),
                        o.payments(),
                        o.availability()));
        };
    }

    private static List<String> and(List<String> offered, String also) {
        return Stream.concat(offered.stream(), Stream.of(also)).toList();
    }

    private static Optional<Reason> licence(Situation situation) {
        if (situation.licensed()) {
            return Optional.empty();
        }
        String state = situation.criteria().state();
        Optional<Permission> permission = situation.permission();
        if (permission.isEmpty()) {
            return Optional.of(Reason.of("licence-missing", state));
        }
        return permission
                .filter(found -> !found.isValid(situation.today()))
                .map(expired ->
                        Reason.of("licence-expired", state, expired.lastDay().toString()));
    }

    private static Optional<Reason> leave(Caseload caseload, LocalDate today) {
        return Optional.ofNullable(caseload.onLeaveUntil())
                .filter(_ -> caseload.isOnLeave(today))
                .map(back -> Reason.of("on-leave", back.toString()));
    }

    private static Optional<Reason> seat(Practitioner practitioner) {
        if (practitioner.freeSeats() > 0) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(
                "no-free-seat",
                Integer.toString(practitioner.seatsTaken()),
                Integer.toString(practitioner.therapist().caseload().capacity())));
    }

    private static Optional<Reason> language(Offering offering, Criteria criteria) {
        if (criteria.languages().isEmpty() || criteria.languages().stream().anyMatch(offering.languages()::contains)) {
            return Optional.empty();
        }
        return Optional.of(new Reason("language-not-spoken", criteria.languages()));
    }

    private static Optional<Reason> offers(List<String> offered, String wanted, String otherwise) {
        return offered.contains(wanted) ? Optional.empty() : Optional.of(Reason.of(otherwise, wanted));
    }
}
