package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.ranking.domain.Rule;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Refusal;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.referrals.domain.Seats;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;

/**
 * Accepts with a seat.
 *
 * <ol>
 *   <li>The numbers that look free are tried first, then the others: what was counted may be old.
 *   <li>Each try is one write of the referral, its events and the seat's key. A key that has a holder refuses it, whoever
 *       raced, and the next number is tried.
 *   <li>No number left: the caseload is full and the offer stays open.
 * </ol>
 */
public final class AcceptOfferHandler {
    private final Referrals referrals;
    private final Seats seats;
    private final Roster roster;
    private final RankCandidates candidates;
    private final Clock clock;

    public AcceptOfferHandler(Referrals referrals, Seats seats, Roster roster, RankCandidates candidates, Clock clock) {
        this.referrals = referrals;
        this.seats = seats;
        this.roster = roster;
        this.candidates = candidates;
        this.clock = clock;
    }

    public ReferralDecision handle(AcceptOffer command) {
        UUID therapistId = command.therapistId();
        int capacity = roster.find(therapistId).map(Therapist::capacity).orElse(0);
        int taken = Math.min(seats.taken().getOrDefault(therapistId, 0), capacity);
        List<Integer> numbers = IntStream.concat(
                        IntStream.rangeClosed(taken + 1, capacity), IntStream.rangeClosed(1, taken))
                .boxed()
                .toList();
        for (int number : numbers) {
            Seat seat = new Seat(therapistId, number);
            ReferralDecision decision =
                    referrals.decide(command.inquiryId(), Known.or(referral -> accept(referral, command, seat)));
            if (!isTaken(decision)) {
                return decision;
            }
        }
        return new ReferralDecision.Refused(capacity == 0 ? Refusal.NO_SUCH_OFFER : Refusal.CAPACITY_FULL, List.of());
    }

    /** A licence may run out between offer and answer; therapy without one is never right. */
    private ReferralDecision accept(Referral referral, AcceptOffer command, Seat seat) {
        ReferralDecision decision = referral.accept(command.number(), command.therapistId(), seat, clock.instant());
        Intake intake = referral.facts().intake();
        if (!(decision instanceof Decided) || intake == null) {
            return decision;
        }
        List<Failure> licence = candidates.failures(command.therapistId(), intake.criteria()).orElse(List.of()).stream()
                .filter(failure -> failure.rule() == Rule.LICENCE)
                .toList();
        return licence.isEmpty() ? decision : new ReferralDecision.Refused(Refusal.NOT_ELIGIBLE, licence);
    }

    private static boolean isTaken(ReferralDecision decision) {
        return decision instanceof ReferralDecision.Refused refused && refused.refusal() == Refusal.SEAT_TAKEN;
    }
}
