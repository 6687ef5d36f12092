package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;

/** That a therapist must not see somebody. It is said by a coordinator, with a reason, and nothing but she takes it back. */
public final class ConflictRules {
    static final int MOST = 50;

    private ConflictRules() {}

    /** An open offer to that therapist is withdrawn with it, and the person chooses among the others; whoever has the person already is a matter of a re-match. */
    public static ReferralDecision bar(
            Referral referral, UUID therapistId, Conflict.Reason reason, UUID by, Instant now) {
        Desk desk = referral.desk();
        Seat seat = referral.seat();
        if (seat != null && seat.therapistId().equals(therapistId)) {
            return Refused.because(Refusal.ALREADY_MATCHED);
        }
        if (desk.barred().contains(therapistId)) {
            return new Unchanged(referral);
        }
        if (desk.knownConflicts().size() == MOST) {
            return Refused.because(Refusal.CONFLICT);
        }
        List<ReferralEvent> events = new ArrayList<>();
        Referral next = referral.openOfferTo(therapistId)
                .map(offer -> OfferRules.withdraw(referral, offer.number(), by, now))
                .map(decision -> {
                    if (decision instanceof Decided withdrawn) {
                        events.addAll(withdrawn.events());
                        return withdrawn.referral();
                    }
                    return referral;
                })
                .orElse(referral);
        List<Conflict> conflicts = new ArrayList<>(desk.knownConflicts());
        conflicts.add(new Conflict(therapistId, reason, by, now));
        List<UUID> onward = next.desk().onward().stream()
                .filter(planned -> !planned.equals(therapistId))
                .toList();
        return new Decided(
                next.with(next.desk().onward(onward).with(conflicts).notShowing(therapistId, now))
                        .with(HistoryLines.desk("barred", now, by, therapistId.toString(), reason.code())),
                events);
    }

    public static ReferralDecision unbar(Referral referral, UUID therapistId, UUID by, Instant now) {
        List<Conflict> left = referral.desk().knownConflicts().stream()
                .filter(conflict -> !conflict.therapistId().equals(therapistId))
                .toList();
        return left.equals(referral.desk().knownConflicts())
                ? new Unchanged(referral)
                : new Decided(
                        referral.with(referral.desk().with(left))
                                .with(HistoryLines.desk("unbarred", now, by, therapistId.toString())),
                        List.of());
    }
}
