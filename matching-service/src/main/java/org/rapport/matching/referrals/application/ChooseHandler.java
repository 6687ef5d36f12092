package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.ChoiceRules;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.Referrals;

/**
 * Writes down what the person would like. If the coordinator said so beforehand, the offer goes out in the same write; when that therapist
 * meanwhile fails a hard rule, nobody is asked and the coordinator sees why. Else she makes the offer.
 */
public final class ChooseHandler {
    private final Referrals referrals;
    private final RankCandidates candidates;
    private final Clock clock;
    private final Duration validFor;

    public ChooseHandler(Referrals referrals, RankCandidates candidates, Clock clock, Duration validFor) {
        this.referrals = referrals;
        this.candidates = candidates;
        this.clock = clock;
        this.validFor = validFor;
    }

    /** Whether somebody shown can be the answer; who said so already may say so again, and a link that is over says that and no more. */
    public boolean canChoose(Referral referral, Choice choice, UUID therapistId) {
        return choice.therapists().contains(therapistId)
                && (!ChoiceRules.isOpen(referral)
                        || choice.wanted().filter(therapistId::equals).isPresent()
                        || candidates.fits(therapistId, referral));
    }

    public ReferralDecision handle(Choose command) {
        return referrals.decide(command.inquiryId(), Known.or(referral -> choose(referral, command)));
    }

    private ReferralDecision choose(Referral referral, Choose command) {
        UUID wanted = command.therapistId();
        ReferralDecision decision = ChoiceRules.choose(referral, command.number(), wanted, clock.instant());
        if (!(decision instanceof Decided chosen) || wanted == null) {
            return decision;
        }
        Referral next = chosen.referral();
        Choice choice = next.desk().choice();
        Intake intake = next.facts().intake();
        if (choice == null || !choice.offerAtOnce() || intake == null) {
            return chosen;
        }
        List<Failure> failures = candidates.failures(wanted, intake.criteria()).orElse(List.of());
        UUID coordinator = next.owner() == null ? choice.by() : next.owner();
        return candidates.knows(wanted)
                        && next.offer(wanted, failures, coordinator, clock.instant(), validFor)
                                instanceof Decided offered
                ? offered.after(chosen.events())
                : ChoiceRules.notPossible(chosen, wanted, clock.instant());
    }
}
