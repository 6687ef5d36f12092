package org.rapport.matching.referrals.domain;

import java.util.Map;
import java.util.Optional;

/**
 * Where a referral stands.
 *
 * <pre>
 *                  | READY            OFFER     ACCEPT    DECLINE           LAPSE
 * OPEN             | READY_FOR_TRIAGE
 * READY_FOR_TRIAGE |                  OFFERED
 * OFFERED          |                            MATCHED   READY_FOR_TRIAGE  READY_FOR_TRIAGE
 * MATCHED          |
 * </pre>
 *
 * READY happens by itself once the inquiry is received and the intake submitted, in whichever order they arrive. Facts
 * from the other services and taking a referral never change the state otherwise.
 */
public enum ReferralState {
    OPEN,
    READY_FOR_TRIAGE,
    OFFERED,
    MATCHED;

    /** What moves a referral on. */
    public enum Step {
        READY,
        OFFER,
        ACCEPT,
        DECLINE,
        LAPSE
    }

    private static final Map<ReferralState, Map<Step, ReferralState>> TABLE = Map.of(
            OPEN, Map.of(Step.READY, READY_FOR_TRIAGE),
            READY_FOR_TRIAGE, Map.of(Step.OFFER, OFFERED),
            OFFERED, Map.of(Step.ACCEPT, MATCHED, Step.DECLINE, READY_FOR_TRIAGE, Step.LAPSE, READY_FOR_TRIAGE),
            MATCHED, Map.of());

    /** The state after a step; empty when the table has no such way. */
    public Optional<ReferralState> after(Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(step));
    }
}
