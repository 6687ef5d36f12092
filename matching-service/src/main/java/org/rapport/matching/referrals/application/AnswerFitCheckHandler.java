package org.rapport.matching.referrals.application;

import java.time.Clock;
import org.rapport.matching.referrals.domain.FitAnswer;
import org.rapport.matching.referrals.domain.FitRules;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;

/** Writes the answer down; one that is not right opens a task in the same write. */
public final class AnswerFitCheckHandler {
    private final Referrals referrals;
    private final Clock clock;

    public AnswerFitCheckHandler(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    public ReferralDecision handle(AnswerFitCheck command) {
        FitAnswer said = new FitAnswer(command.heard(), command.matters(), command.goOn(), clock.instant());
        return referrals.decide(
                command.inquiryId(), Known.or(referral -> FitRules.answer(referral, command.number(), said)));
    }
}
