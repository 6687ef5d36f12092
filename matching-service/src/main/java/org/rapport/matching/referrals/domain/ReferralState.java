package org.rapport.matching.referrals.domain;

import java.util.Map;
import java.util.Optional;

/**
 * Where a referral stands.
 *
 * <pre>
 *                  | READY             OFFER     RETURN            ACCEPT    REMATCH           CLOSE    REOPEN
 * OPEN             | READY_FOR_TRIAGE                                                          CLOSED
 * READY_FOR_TRIAGE |                   OFFERED                                                 CLOSED
 * OFFERED          |                   OFFERED   READY_FOR_TRIAGE  MATCHED                     CLOSED
 * MATCHED          |                                                         READY_FOR_TRIAGE  CLOSED
 * CLOSED           |                                                                                    OPEN
 * </pre>
 *
 * READY happens by itself once the inquiry is received and the intake submitted, in whichever order they arrive, and at
 * once when somebody reopens what had both. RETURN is the end of the last open offer without a yes. Facts from the other services
 * and taking a referral never change the state otherwise.
 */
public enum ReferralState {
    OPEN,
    READY_FOR_TRIAGE,
    OFFERED,
    MATCHED,
    CLOSED;

    /** What moves a referral on. */
    public enum Step {
        READY,
        OFFER,
        RETURN,
        ACCEPT,
        REMATCH,
        CLOSE,
        REOPEN
    }

    private static final Map<ReferralState, Map<Step, ReferralState>> TABLE = Map.of(
            OPEN, Map.of(Step.READY, READY_FOR_TRIAGE, Step.CLOSE, CLOSED),
            READY_FOR_TRIAGE, Map.of(Step.OFFER, OFFERED, Step.CLOSE, CLOSED),
            OFFERED,
                    Map.of(
                            Step.OFFER,
                            OFFERED,
                            Step.RETURN,
                            READY_FOR_TRIAGE,
                            Step.ACCEPT,
                            MATCHED,
                            Step.CLOSE,
                            CLOSED),
            MATCHED, Map.of(Step.REMATCH, READY_FOR_TRIAGE, Step.CLOSE, CLOSED),
            CLOSED, Map.of(Step.REOPEN, OPEN));

    /** The state after a step; empty when the table has no such way. */
    public Optional<ReferralState> after(Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(step));
    }

    /** Whether somebody of the practice still has to find a therapist. */
    public boolean isWaiting() {
        return this == OPEN || this == READY_FOR_TRIAGE || this == OFFERED;
    }
}
