package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapport.matching.ranking.domain.Candidate;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.ranking.domain.Excluded;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.ranking.domain.Practitioner;
import org.rapport.matching.ranking.domain.Ranker;
import org.rapport.matching.ranking.domain.Ranking;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Seats;
import org.rapport.matching.referrals.domain.TakenSeats;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Permission;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;

/** Ranks the roster as it is now: with the seats taken and the offers made up to this moment. */
public final class RankCandidates {
    private final Roster roster;
    private final Referrals referrals;
    private final Seats seats;
    private final Ranker ranker;
    private final Compacts compacts;
    private final Clock clock;
    private final ZoneId practiceZone;

    public RankCandidates(
            Roster roster,
            Referrals referrals,
            Seats seats,
            Ranker ranker,
            Compacts compacts,
            Clock clock,
            ZoneId practiceZone) {
        this.roster = roster;
        this.referrals = referrals;
        this.seats = seats;
        this.ranker = ranker;
        this.compacts = compacts;
        this.clock = clock;
        this.practiceZone = practiceZone;
    }

    /** Without those who must not see this person, whatever else they fit. */
    public Ranking handle(Criteria criteria, Set<UUID> barred) {
        Ranking all = handle(criteria);
        if (barred.isEmpty()) {
            return all;
        }
        List<Excluded> excluded = all.excluded().stream()
                .filter(one -> !barred.contains(one.therapist().id()))
                .toList();
        List<Candidate> candidates = switch (all) {
            case Ranking.NobodyFits _ -> List.of();
            case Ranking.Ranked ranked ->
                ranked.candidates().stream()
                        .filter(one -> !barred.contains(one.therapist().id()))
                        .toList();
        };
        return candidates.isEmpty() ? new Ranking.NobodyFits(excluded) : new Ranking.Ranked(candidates, excluded);
    }

    public Ranking handle(Criteria criteria) {
        Map<UUID, TakenSeats> taken = seats.taken();
        Map<UUID, Instant> offered = referrals.lastOffered();
        List<Practitioner> practitioners = roster.therapists().stream()
                .map(therapist -> practitioner(therapist, taken, offered))
                .toList();
        return ranker.rank(practitioners, criteria, today());
    }

    /** The rules one therapist fails; empty if there is no such therapist. */
    Optional<List<Failure>> failures(UUID therapistId, Criteria criteria) {
        return roster.find(therapistId)
                .map(therapist -> ranker.failures(
                        new Practitioner(therapist, seats.taken(therapistId).count(therapist.caseload()), null),
                        criteria,
                        today()));
    }

    boolean knows(UUID therapistId) {
        return roster.find(therapistId).isPresent();
    }

    /** What lets a therapist see somebody in that state, if anything does. */
    Optional<Permission> permission(UUID therapistId, String state) {
        return roster.find(therapistId).flatMap(therapist -> compacts.permission(therapist, state, today()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), practiceZone);
    }

    private static Practitioner practitioner(
            Therapist therapist, Map<UUID, TakenSeats> taken, Map<UUID, Instant> offered) {
        return new Practitioner(
                therapist,
                taken.getOrDefault(therapist.id(), TakenSeats.NONE).count(therapist.caseload()),
                offered.get(therapist.id()));
    }
}
