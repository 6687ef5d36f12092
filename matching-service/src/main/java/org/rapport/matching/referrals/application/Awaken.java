package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.matching.referrals.domain.ChoiceRules;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.DeskRules;
import org.rapport.matching.referrals.domain.FitChecks;
import org.rapport.matching.referrals.domain.FitRules;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;
import org.rapport.matching.referrals.domain.Referrals;

/**
 * A referral's time has come: offers and questions lapse, a fit check goes out, and the end of a clock is told. Called early or twice, it
 * does nothing.
 */
public final class Awaken {
    private final Referrals referrals;
    private final Clocks clocks;
    private final GoOn goOn;
    private final FitChecks fitChecks;
    private final Clock clock;

    public Awaken(Referrals referrals, Clocks clocks, GoOn goOn, FitChecks fitChecks, Clock clock) {
        this.referrals = referrals;
        this.clocks = clocks;
        this.goOn = goOn;
        this.fitChecks = fitChecks;
        this.clock = clock;
    }

    public void on(UUID inquiryId) {
        referrals.decide(inquiryId, Known.or(referral -> wake(referral, clock.instant())));
    }

    private ReferralDecision wake(Referral referral, Instant now) {
        List<Function<Referral, ReferralDecision>> steps = List.of(
                current -> goOn.after(current.lapse(now)),
                current -> ChoiceRules.lapse(current, now),
                current -> FitRules.wake(current, fitChecks, now),
                current -> DeskRules.tell(current, clocks, now));
        ReferralDecision all = new Unchanged(referral);
        Referral current = referral;
        for (Function<Referral, ReferralDecision> step : steps) {
            if (step.apply(current) instanceof Decided decided) {
                current = decided.referral();
                all = all instanceof Decided before ? decided.after(before.events()) : decided;
            }
        }
        return all;
    }
}
