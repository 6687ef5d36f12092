package org.rapport.matching.referrals.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.HistoryEntry;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.OfferState;
import org.rapport.matching.referrals.domain.Priority;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Seat;

/**
 * A referral as the API tells it. Instants in UTC.
 *
 * @param priority absent until the intake is in
 */
record ReferralAnswer(
        UUID inquiryId,
        ReferralState state,
        @Nullable Priority priority,
        boolean openSafetyConcern,
        @Nullable UUID owner,
        Instant since,
        @Nullable UUID therapistId,
        List<OfferLine> offers,
        @Nullable ChoiceLine choice,
        List<ConflictLine> conflicts,
        List<HistoryLine> history) {

    /** @param wanted absent before the person answered, and for none of them */
    record ChoiceLine(
            int number,
            List<UUID> therapists,
            boolean offerAtOnce,
            Choice.State state,
            Instant until,
            @Nullable UUID wanted) {}

    record ConflictLine(UUID therapistId, String reason, UUID by, Instant at) {}

    record OfferLine(
            UUID offerId,
            int number,
            UUID therapistId,
            UUID coordinatorId,
            OfferState state,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant answeredAt,
            @Nullable String declineReason) {}

    record HistoryLine(
            Instant at,
            HistoryEntry.Hand hand,
            String what,
            @Nullable UUID who,
            List<String> details) {}

    static ReferralAnswer of(Referral referral) {
        Seat seat = referral.seat();
        Choice choice = referral.desk().choice();
        return new ReferralAnswer(
                referral.inquiryId(),
                referral.state(),
                referral.facts().priority().orElse(null),
                referral.facts().hasOpenConcern(),
                referral.owner(),
                referral.since(),
                seat == null ? null : seat.therapistId(),
                referral.offers().stream()
                        .map(offer -> line(referral.inquiryId(), offer))
                        .toList(),
                choice == null
                        ? null
                        : new ChoiceLine(
                                choice.number(),
                                choice.therapists(),
                                choice.offerAtOnce(),
                                choice.state(),
                                choice.until(),
                                choice.wanted().orElse(null)),
                referral.desk().knownConflicts().stream()
                        .map(conflict -> new ConflictLine(
                                conflict.therapistId(), conflict.reason().code(), conflict.by(), conflict.at()))
                        .toList(),
                referral.history().entries().stream().map(ReferralAnswer::line).toList());
    }

    private static OfferLine line(UUID inquiryId, Offer offer) {
        var reason = offer.declineReason();
        return new OfferLine(
                Offer.idOf(inquiryId, offer.number()),
                offer.number(),
                offer.therapistId(),
                offer.coordinatorId(),
                offer.state(),
                offer.madeAt(),
                offer.expiresAt(),
                offer.answeredAt(),
                reason == null ? null : reason.code());
    }

    private static HistoryLine line(HistoryEntry entry) {
        return new HistoryLine(entry.at(), entry.hand(), entry.what(), entry.who(), entry.details());
    }
}
