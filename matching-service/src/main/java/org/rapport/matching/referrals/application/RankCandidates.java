package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.rapport.matching.ranking.domain.Candidate;
import org.rapport.matching.ranking.domain.CandidateSearch;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.ranking.domain.Fit;
import org.rapport.matching.ranking.domain.Practitioner;
import org.rapport.matching.ranking.domain.Ranker;
import org.rapport.matching.ranking.domain.Ranking;
import org.rapport.matching.ranking.domain.RankingIndex;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.SeatBook;
import org.rapport.matching.referrals.domain.Seats;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Permission;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;

/**
 * Ranks the roster as it is now: with the seats taken and the offers made up to this moment.
 *
 * <ol>
 *   <li>Each question first has {@link Roster} and {@link SeatBook} learn what was written, on whatever instance.
 *   <li>Whoever they name as changed is put into the index anew, before anything is asked of it. A question that finds nothing to put
 *       waits until what others found is in.
 * </ol>
 */
public final class RankCandidates {
    private final Roster roster;
    private final SeatBook book;
    private final Seats seats;
    private final Ranker ranker;
    private final RankingIndex index;
    private final Compacts compacts;
    private final Clock clock;
    private final ZoneId practiceZone;
    private final Queue<UUID> changed = new ConcurrentLinkedQueue<>();

    public RankCandidates(
            Roster roster,
            SeatBook book,
            Seats seats,
            Ranker ranker,
            Compacts compacts,
            Clock clock,
            ZoneId practiceZone) {
        this.roster = roster;
        this.book = book;
        this.seats = seats;
        this.ranker = ranker;
        this.compacts = compacts;
        this.clock = clock;
        this.practiceZone = practiceZone;
        this.index = new RankingIndex(ranker, today());
        book.tell(changed::add);
        roster.tell(changed::add);
        putChanged();
    }

    /**
     * @param most candidates
     * @param mostExcluded of the others
     */
    public Ranking handle(CandidateSearch search, int most, int mostExcluded) {
        refresh();
        return index.rank(search, today(), most, mostExcluded);
    }

    /** For each search everybody who passes every rule. */
    public List<List<Fit>> fitting(List<CandidateSearch> searches) {
        refresh();
        LocalDate today = today();
        return searches.stream().map(search -> index.fitting(search, today)).toList();
    }

    /** One therapist as a candidate, as last read; empty for who fails a rule. */
    public Optional<Candidate> candidate(UUID therapistId, Criteria criteria) {
        return roster.remembered(therapistId)
                .map(therapist -> ranker.rank(List.of(practitioner(therapist)), criteria, today()))
                .flatMap(ranking -> ranking instanceof Ranking.Ranked ranked
                        ? Optional.of(ranked.candidates().getFirst())
                        : Optional.empty());
    }

    private void refresh() {
        roster.refresh();
        book.refresh();
        putChanged();
    }

    private synchronized void putChanged() {
        for (UUID next = changed.poll(); next != null; next = changed.poll()) {
            roster.remembered(next).map(this::practitioner).ifPresent(index::put);
        }
    }

    /** The rules one therapist fails; empty if there is no such therapist. */
    Optional<List<Failure>> failures(UUID therapistId, Criteria criteria) {
        return roster.find(therapistId)
                .map(therapist -> ranker.failures(
                        new Practitioner(therapist, seats.taken(therapistId).count(therapist.caseload()), null),
                        criteria,
                        today()));
    }

    /** Whether a therapist passes every hard rule for somebody at this moment, by the store. */
    public boolean fits(UUID therapistId, Referral referral) {
        Intake intake = referral.facts().intake();
        return intake != null
                && failures(therapistId, intake.criteria())
                        .filter(List::isEmpty)
                        .isPresent();
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

    private Practitioner practitioner(Therapist therapist) {
        return new Practitioner(
                therapist,
                book.taken(therapist.id()).count(therapist.caseload()),
                book.lastOffered(therapist.id()).orElse(null));
    }
}
