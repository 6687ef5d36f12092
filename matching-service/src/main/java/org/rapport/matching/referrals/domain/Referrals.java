package org.rapport.matching.referrals.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** All referrals. */
public interface Referrals {
    /** How often a decision is made anew because somebody else wrote first. */
    int ATTEMPTS = 50;

    Optional<Referral> find(UUID inquiryId);

    /**
     * Writes a referral as read, with its events, its seat and its wake-up in one step.
     *
     * @return {@link Saving#STALE} if it was written since it was read, {@link Saving#TAKEN} if its seat has a holder
     */
    Saving save(Referral referral, List<ReferralEvent> events);

    List<Referral> list(Selection selection, Selection.Order order, int limit);

    long count(Selection selection);

    /** Referrals with an offer to this therapist, the latest offered first. */
    List<Referral> offeredTo(UUID therapistId, int limit);

    /** Everybody who holds a seat with this therapist. */
    List<Referral> seatedWith(UUID therapistId);

    /** Loads, decides, writes; decides again when somebody wrote in between. */
    default ReferralDecision decide(UUID inquiryId, Function<Referral, ReferralDecision> rule) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ReferralDecision decision = rule.apply(find(inquiryId).orElseGet(() -> Referral.unknown(inquiryId)));
            if (!(decision instanceof ReferralDecision.Decided decided)) {
                return decision;
            }
            switch (save(decided.referral(), decided.events())) {
                case SAVED -> {
                    return decided;
                }
                case TAKEN -> {
                    return ReferralDecision.Refused.because(Refusal.SEAT_TAKEN);
                }
                case STALE -> {}
            }
        }
        throw new IllegalStateException("referral " + inquiryId + " was written " + ATTEMPTS + " times in between");
    }
}
