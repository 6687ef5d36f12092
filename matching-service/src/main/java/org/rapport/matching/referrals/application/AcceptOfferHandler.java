package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.ranking.domain.Rule;
import org.rapport.matching.referrals.domain.DeskRules;
import org.rapport.matching.referrals.domain.FitChecks;
import org.rapport.matching.referrals.domain.FitRules;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Refusal;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.referrals.domain.Seats;
import org.rapport.matching.roster.domain.Caseload;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;

/**
 * Accepts with a seat.
 *
 * <ol>
 *   <li>The numbers to try are read from who holds one now ({@link TakenSeats#free}); none left: the caseload is full and the offer
 *       stays open.
 *   <li>Each try is one write of the referral, its events and the seat's key. A key that has a holder refuses it, whoever
 *       raced, and the next number is tried.
 *   <li>All of them taken meanwhile: look again.
 * </ol>
 */
public final class AcceptOfferHandler {
    /** Each look fails only if others took every place of it meanwhile. */
    private static final int LOOKS = 3;

    private final Referrals referrals;
    private final Seats seats;
    private final Roster roster;
    private final RankCandidates candidates;
    private final FitChecks fitChecks;
    private final Clock clock;

    public AcceptOfferHandler(
            Referrals referrals,
            Seats seats,
            Roster roster,
            RankCandidates candidates,
            FitChecks fitChecks,
            Clock clock) {
        this.referrals = referrals;
        this.seats = seats;
        this.roster = roster;
        this.candidates = candidates;
        this.fitChecks = fitChecks;
        this.clock = clock;
    }

    public ReferralDecision handle(AcceptOffer command) {
        UUID therapistId = command.therapistId();
        Optional<Therapist> therapist = roster.find(therapistId);
        if (therapist.isEmpty()) {
            return new ReferralDecision.Refused(Refusal.NO_SUCH_OFFER, List.of());
        }
        Caseload caseload = therapist.get().caseload();
        for (int look = 0; look < LOOKS; look++) {
            List<Integer> numbers = seats.taken(therapistId).free(caseload);
            for (int number : numbers) {
                Seat seat = new Seat(therapistId, number);
                ReferralDecision decision =
                        referrals.decide(command.inquiryId(), Known.or(referral -> accept(referral, command, seat)));
                if (!isTaken(decision)) {
                    return decision;
                }
            }
        }
        return full(command);
    }

    /** Full counts only for an offer that is still there to be accepted. */
    private ReferralDecision full(AcceptOffer command) {
        Seat any = new Seat(command.therapistId(), 1);
        return referrals.decide(command.inquiryId(), Known.or(referral -> {
            ReferralDecision decision = accept(referral, command, any);
            return decision instanceof Decided
                    ? new ReferralDecision.Refused(Refusal.CAPACITY_FULL, List.of())
                    : decision;
        }));
    }

    /** A licence may run out between offer and answer; therapy without one is never right. One that ends soon is a task at once. */
    private ReferralDecision accept(Referral referral, AcceptOffer command, Seat seat) {
        ReferralDecision decision = referral.accept(command.number(), command.therapistId(), seat, clock.instant());
        Intake intake = referral.facts().intake();
        if (!(decision instanceof Decided accepted) || intake == null) {
            return decision;
        }
        List<Failure> licence = candidates.failures(command.therapistId(), intake.criteria()).orElse(List.of()).stream()
                .filter(failure -> failure.rule() == Rule.LICENCE)
                .toList();
        if (!licence.isEmpty()) {
            return new ReferralDecision.Refused(Refusal.NOT_ELIGIBLE, licence);
        }
        ReferralDecision cared = DeskRules.licence(
                accepted.referral(),
                candidates
                        .permission(command.therapistId(), intake.criteria().state())
                        .orElse(null),
                candidates.today(),
                clock.instant());
        Decided done = cared instanceof Decided task ? task.after(accepted.events()) : accepted;
        return new Decided(FitRules.plan(done.referral(), fitChecks), done.events());
    }

    private static boolean isTaken(ReferralDecision decision) {
        return decision instanceof ReferralDecision.Refused refused && refused.refusal() == Refusal.SEAT_TAKEN;
    }
}
