package org.rapport.matching.referrals.application;

import org.rapport.matching.referrals.domain.Referrals;

/** Writes a fact into its referral; a fact written already writes nothing. */
public final class NoteFactHandler {
    private final Referrals referrals;

    public NoteFactHandler(Referrals referrals) {
        this.referrals = referrals;
    }

    public void handle(NoteFact command) {
        referrals.decide(command.inquiryId(), referral -> referral.note(command.fact(), command.source()));
    }
}
