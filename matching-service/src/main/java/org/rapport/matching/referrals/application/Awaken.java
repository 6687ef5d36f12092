package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.DeskRules;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralEvent;
import org.rapport.matching.referrals.domain.Referrals;

/** A referral's time has come: offers lapse, and the end of a clock is told. Called early or twice, it does nothing. */
public final class Awaken {
    private final Referrals referrals;
    private final Clocks clocks;
    private final GoOn goOn;
    private final Clock clock;

    public Awaken(Referrals referrals, Clocks clocks, GoOn goOn, Clock clock) {
        this.referrals = referrals;
        this.clocks = clocks;
        this.goOn = goOn;
        this.clock = clock;
    }

    public void on(UUID inquiryId) {
        referrals.decide(inquiryId, Known.or(referral -> wake(referral, clock.instant())));
    }

    private ReferralDecision wake(Referral referral, Instant now) {
        if (!(goOn.after(referral.lapse(now)) instanceof Decided lapsed)) {
            return DeskRules.tell(referral, clocks, now);
        }
        if (!(DeskRules.tell(lapsed.referral(), clocks, now) instanceof Decided told)) {
            return lapsed;
        }
        List<ReferralEvent> events = new ArrayList<>(lapsed.events());
        events.addAll(told.events());
        return new Decided(told.referral(), events);
    }
}
