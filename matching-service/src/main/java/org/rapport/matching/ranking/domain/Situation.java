package org.rapport.matching.ranking.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.rapport.matching.roster.domain.Caseload;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Offering;
import org.rapport.matching.roster.domain.Permission;
import org.rapport.matching.roster.domain.Therapist;

/**
 * One therapist, one wish, one day: all a {@link Rule} looks at.
 *
 * @param today the date at the practice, by which licences and leave are judged
 * @param licensed as if the therapist might see somebody in that state, whatever code it has: a person may be where nobody of us is
 */
record Situation(Practitioner practitioner, Criteria criteria, LocalDate today, Compacts compacts, boolean licensed) {
    Situation(Practitioner practitioner, Criteria criteria, LocalDate today, Compacts compacts) {
        this(practitioner, criteria, today, compacts, false);
    }

    Therapist therapist() {
        return practitioner.therapist();
    }

    Optional<Permission> permission() {
        return compacts.permission(therapist(), criteria.state(), today);
    }

    Situation with(Offering offering) {
        Therapist t = therapist();
        return with(new Therapist(
                t.id(),
                t.name(),
                t.credential(),
                t.supervisor(),
                t.licences(),
                t.compacts(),
                offering,
                t.fee(),
                t.caseload(),
                t.profile()));
    }

    Situation with(Caseload caseload) {
        Therapist t = therapist();
        return with(new Therapist(
                t.id(),
                t.name(),
                t.credential(),
                t.supervisor(),
                t.licences(),
                t.compacts(),
                t.offering(),
                t.fee(),
                caseload,
                t.profile()));
    }

    Situation asLicensed() {
        return new Situation(practitioner, criteria, today, compacts, true);
    }

    Situation withSeatsTaken(int seatsTaken) {
        return new Situation(
                new Practitioner(therapist(), seatsTaken, practitioner.lastOffered()),
                criteria,
                today,
                compacts,
                licensed);
    }

    Situation on(LocalDate day) {
        return new Situation(practitioner, criteria, day, compacts, licensed);
    }

    private Situation with(Therapist changed) {
        return new Situation(
                new Practitioner(changed, practitioner.seatsTaken(), practitioner.lastOffered()),
                criteria,
                today,
                compacts,
                licensed);
    }
}
