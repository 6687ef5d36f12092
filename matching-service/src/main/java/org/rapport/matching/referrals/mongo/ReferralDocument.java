package org.rapport.matching.referrals.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.referrals.domain.Call;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.Concern;
import org.rapport.matching.referrals.domain.Desk;
import org.rapport.matching.referrals.domain.Facts;
import org.rapport.matching.referrals.domain.History;
import org.rapport.matching.referrals.domain.HistoryEntry;
import org.rapport.matching.referrals.domain.Inquiry;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.Priority;
import org.rapport.matching.referrals.domain.Questionnaire;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.roster.domain.Money;

/**
 * A referral as stored. Plain value records of the domain are stored as they are: renaming a component of one is a change
 * of the store, which {@code ReferralDocumentTest} notices.
 *
 * @param since for the order of the queue, after {@code urgency}, which is negative with an open safety concern
 * @param lastOfferAt for the order of offers
 * @param questionnaire absent before it was sent, and in what was stored before that was kept
 * @param desk absent in what was stored before there was one
 * @param openTask whether somebody has to see to something; absent if not
 * @param dueOrder for the order by what is over next
 * @param changedAt when it was written, for {@link SeatDocument}; absent in what was stored before there was one
 */
public record ReferralDocument(
        ReferralState state,
        int urgency,
        Instant since,
        @Nullable Inquiry inquiry,
        List<Call> calls,
        @Nullable Questionnaire questionnaire,
        @Nullable IntakeDocument intake,
        List<Concern> concerns,
        @Nullable UUID owner,
        List<Offer> offers,
        @Nullable Instant lastOfferAt,
        @Nullable Seat seat,
        @Nullable Desk desk,
        @Nullable Boolean openTask,
        @Nullable Instant dueOrder,
        List<HistoryEntry> history,
        @Nullable Instant changedAt) {
    public record IntakeDocument(
            UUID responseId,
            Priority priority,
            Instant submittedAt,
            long sequence,
            String state,
            String format,
            String population,
            List<String> concerns,
            List<String> modalities,
            String payment,
            @Nullable String maximumFeeAmount,
            @Nullable String maximumFeeCurrency,
            List<String> languages,
            List<String> availability) {

        static @Nullable IntakeDocument of(@Nullable Intake intake) {
            if (intake == null) {
                return null;
            }
            Criteria criteria = intake.criteria();
            Money limit = criteria.maximumFee();
            return new IntakeDocument(
                    intake.responseId(),
                    intake.priority(),
                    intake.submittedAt(),
                    intake.sequence(),
                    criteria.state(),
                    criteria.format(),
                    criteria.population(),
                    criteria.concerns(),
                    criteria.modalities(),
                    criteria.payment(),
                    limit == null ? null : limit.amount().toPlainString(),
                    limit == null ? null : limit.currency().getCurrencyCode(),
                    criteria.languages(),
                    criteria.availability());
        }

        Intake toIntake() {
            Money limit = maximumFeeAmount == null || maximumFeeCurrency == null
                    ? null
                    : new Money(new BigDecimal(maximumFeeAmount), Currency.getInstance(maximumFeeCurrency));
            Criteria criteria = new Criteria(
                    state, format, population, concerns, modalities, payment, limit, languages, availability);
            return new Intake(responseId, criteria, priority, submittedAt, sequence);
        }
    }

    static ReferralDocument of(Referral referral, Clocks clocks, Instant changedAt) {
        Facts facts = referral.facts();
        return new ReferralDocument(
                referral.state(),
                referral.urgency(),
                referral.since(),
                facts.inquiry(),
                facts.calls(),
                facts.questionnaire(),
                IntakeDocument.of(facts.intake()),
                facts.concerns(),
                referral.owner(),
                referral.offers(),
                referral.offers().isEmpty() ? null : referral.offers().getLast().madeAt(),
                referral.seat(),
                referral.desk(),
                referral.desk().openTasks().isEmpty() ? null : true,
                clocks.order(referral),
                referral.history().entries(),
                changedAt);
    }

    Referral toReferral(UUID inquiryId, long version) {
        return new Referral(
                inquiryId,
                version,
                state,
                new Facts(inquiry, calls, questionnaire, intake == null ? null : intake.toIntake(), concerns),
                owner,
                offers,
                seat,
                desk == null ? Desk.EMPTY : desk,
                new History(history));
    }
}
