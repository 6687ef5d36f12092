package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.Instant;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.ConflictRules;
import org.rapport.matching.referrals.domain.DeskRules;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;

/** Decides each in one write. */
public final class DeskCommandHandler {
    private final Referrals referrals;
    private final Clocks clocks;
    private final Clock clock;

    public DeskCommandHandler(Referrals referrals, Clocks clocks, Clock clock) {
        this.referrals = referrals;
        this.clocks = clocks;
        this.clock = clock;
    }

    public ReferralDecision handle(DeskCommand command) {
        return referrals.decide(command.inquiryId(), Known.or(referral -> decide(referral, command, clock.instant())));
    }

    private ReferralDecision decide(Referral referral, DeskCommand command, Instant now) {
        return switch (command) {
            case DeskCommand.HandOver c -> referral.handTo(c.toCoordinator(), c.by(), now);
            case DeskCommand.AddOnward c -> DeskRules.addOnward(referral, c.therapistId(), c.by(), now);
            case DeskCommand.StrikeOnward c -> DeskRules.strikeOnward(referral, c.therapistId(), c.by(), now);
            case DeskCommand.WithdrawOffer c -> DeskRules.withdraw(referral, c.number(), c.by(), now);
            case DeskCommand.StopClock c -> DeskRules.pause(referral, clocks, c.by(), now);
            case DeskCommand.StartClock c -> DeskRules.resume(referral, c.by(), now);
            case DeskCommand.FinishTask c -> DeskRules.done(referral, c.key(), c.by(), now);
            case DeskCommand.RequestRematch c -> DeskRules.rematch(referral, c.by(), now);
            case DeskCommand.CloseReferral c -> DeskRules.close(referral, c.reason(), c.consented(), c.by(), now);
            case DeskCommand.BarTherapist c -> ConflictRules.bar(referral, c.therapistId(), c.reason(), c.by(), now);
            case DeskCommand.UnbarTherapist c -> ConflictRules.unbar(referral, c.therapistId(), c.by(), now);
            case DeskCommand.ReopenReferral c -> DeskRules.reopen(referral, c.by(), now);
        };
    }
}
