package org.rapport.matching.referrals.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;
import org.rapport.matching.referrals.domain.ReferralState.Step;

/** Offering, and what a therapist may answer. One decision is one write: whoever is second meets what the first one left. */
final class OfferRules {
    private OfferRules() {}

    /**
     * Offers the person to a therapist, beside at most two others. The same open offer again is the same offer; those past their time
     * lapse in the same decision. Whoever offers answers for the person if nobody did.
     *
     * @param failures hard rules this therapist fails now
     */
    static ReferralDecision offer(
            Referral referral,
            UUID therapistId,
            List<Failure> failures,
            UUID coordinatorId,
            Instant now,
            Duration validFor) {
        if (!(lapse(referral, now) instanceof Decided lapsed)) {
            return offerNext(referral, therapistId, failures, coordinatorId, now, validFor);
        }
        ReferralDecision decision = offerNext(lapsed.referral(), therapistId, failures, coordinatorId, now, validFor);
        return decision instanceof Decided decided ? decided.after(lapsed.events()) : decision;
    }

    private static ReferralDecision offerNext(
            Referral referral,
            UUID therapistId,
            List<Failure> failures,
            UUID coordinatorId,
            Instant now,
            Duration validFor) {
        if (referral.openOfferTo(therapistId).isPresent()) {
            return new Unchanged(referral);
        }
        Optional<ReferralState> offered = referral.state().after(Step.OFFER);
        if (offered.isEmpty()) {
            return Refused.because(
                    switch (referral.state()) {
                        case MATCHED -> Refusal.ALREADY_MATCHED;
                        case CLOSED -> Refusal.CLOSED;
                        case OPEN, READY_FOR_TRIAGE, OFFERED -> Refusal.NOT_READY;
                    });
        }
        if (referral.openOffers().size() == Referral.MOST_OPEN) {
            return Refused.because(Refusal.ENOUGH_OFFERED);
        }
        if (referral.desk().barred().contains(therapistId)) {
            return Refused.because(Refusal.CONFLICT);
        }
        if (!failures.isEmpty()) {
            return new Refused(Refusal.NOT_ELIGIBLE, failures);
        }
        if (referral.offers().size() == Referral.MOST_OFFERS) {
            return Refused.because(Refusal.TOO_MANY_OFFERS);
        }
        List<ReferralEvent> events = new ArrayList<>();
        Referral next = referral;
        if (referral.owner() == null) {
            next = next.ownedBy(coordinatorId, now, HistoryLines.TAKEN);
            events.add(new ReferralEvent.ReferralAssigned(referral.inquiryId(), coordinatorId, now));
        }
        Offer offer = Offer.open(referral.offers().size() + 1, therapistId, coordinatorId, now, now.plus(validFor));
        events.add(new ReferralEvent.OfferMade(referral.inquiryId(), offer));
        List<Offer> offers = new ArrayList<>(referral.offers());
        offers.add(offer);
        List<UUID> onward = referral.desk().onward().stream()
                .filter(planned -> !planned.equals(therapistId))
                .toList();
        next = next.with(offers)
                .with(next.desk().onward(onward).notAsking(now))
                .in(offered.get(), null)
                .with(HistoryLines.made(offer));
        return new Decided(next, events);
    }

    /**
     * The therapist says yes and takes a numbered seat; whether that seat is free only the write can tell. All other open offers are
     * withdrawn with it.
     */
    static ReferralDecision accept(Referral referral, int number, UUID therapistId, Seat seat, Instant now) {
        Optional<Offer> offer = referral.offer(number, therapistId);
        if (offer.isEmpty()) {
            return Refused.because(Refusal.NO_SUCH_OFFER);
        }
        if (offer.get().state() == OfferState.ACCEPTED) {
            return new Unchanged(referral);
        }
        Optional<Refusal> refusal = refusalToAnswer(offer.get(), now);
        if (refusal.isPresent()) {
            return Refused.because(refusal.get());
        }
        UUID id = referral.inquiryId();
        Offer accepted = offer.get().answered(OfferState.ACCEPTED, now);
        List<ReferralEvent> events = new ArrayList<>();
        events.add(new ReferralEvent.OfferAccepted(id, accepted, now));
        Referral next = replaced(referral, accepted).with(HistoryLines.accepted(accepted, now));
        next = withdrawAll(next, null, now, events);
        events.add(new ReferralEvent.ClientMatched(id, accepted, referral.answering(accepted), now));
        ReferralState matched = referral.state()
                .after(Step.ACCEPT)
                .orElseThrow(() -> new IllegalStateException("an open offer while " + referral.state()));
        return new Decided(next.with(next.desk().onward(List.of()).resumed(now)).in(matched, seat), events);
    }

    /** The therapist says no, and may name a colleague. */
    static ReferralDecision decline(
            Referral referral,
            int number,
            UUID therapistId,
            DeclineReason reason,
            @Nullable UUID suggested,
            Instant now) {
        Optional<Offer> offer = referral.offer(number, therapistId);
        if (offer.isEmpty()) {
            return Refused.because(Refusal.NO_SUCH_OFFER);
        }
        if (offer.get().state() == OfferState.DECLINED) {
            return new Unchanged(referral);
        }
        Optional<Refusal> refusal = refusalToAnswer(offer.get(), now);
        if (refusal.isPresent()) {
            return Refused.because(refusal.get());
        }
        Offer declined = offer.get().declined(reason, suggested, now);
        Referral next = returned(replaced(referral, declined)).with(HistoryLines.declined(declined, reason, now));
        return new Decided(
                next,
                List.of(new ReferralEvent.OfferDeclined(
                        referral.inquiryId(), declined, referral.answering(declined), reason, now)));
    }

    /** Nobody answered in time. Before the expiry, and once answered, nothing happens. */
    static ReferralDecision lapse(Referral referral, Instant now) {
        List<ReferralEvent> events = new ArrayList<>();
        Referral next = referral;
        for (Offer offer : referral.openOffers()) {
            if (!now.isBefore(offer.expiresAt())) {
                Offer lapsed = offer.answered(OfferState.LAPSED, now);
                next = replaced(next, lapsed).with(HistoryLines.lapsed(lapsed, now));
                events.add(
                        new ReferralEvent.OfferLapsed(referral.inquiryId(), lapsed, referral.answering(lapsed), now));
            }
        }
        return events.isEmpty() ? new Unchanged(referral) : new Decided(returned(next), events);
    }

    /** The coordinator takes one back; also one that a colleague made. */
    static ReferralDecision withdraw(Referral referral, int number, UUID by, Instant now) {
        Optional<Offer> offer = referral.offer(number);
        if (offer.isEmpty()) {
            return Refused.because(Refusal.NO_SUCH_OFFER);
        }
        if (offer.get().state() == OfferState.WITHDRAWN) {
            return new Unchanged(referral);
        }
        Optional<Refusal> refusal = refusalToAnswer(offer.get(), now);
        if (refusal.isPresent()) {
            return Refused.because(refusal.get());
        }
        List<ReferralEvent> events = new ArrayList<>();
        Referral next = withdraw(referral, offer.get(), by, now, events);
        Referral back = returned(next);
        // What she planned was for an end that others bring about; now she begins anew.
        return new Decided(back.openOffers().isEmpty() ? back.with(back.desk().onward(List.of())) : back, events);
    }

    /** @param by who took them back; absent when another therapist accepted */
    static Referral withdrawAll(Referral referral, @Nullable UUID by, Instant now, List<ReferralEvent> events) {
        Referral next = referral;
        for (Offer offer : referral.openOffers()) {
            next = withdraw(next, offer, by, now, events);
        }
        return next;
    }

    private static Referral withdraw(
            Referral referral, Offer offer, @Nullable UUID by, Instant now, List<ReferralEvent> events) {
        Offer withdrawn = offer.answered(OfferState.WITHDRAWN, now);
        events.add(
                new ReferralEvent.OfferWithdrawn(referral.inquiryId(), withdrawn, referral.answering(withdrawn), now));
        return replaced(referral, withdrawn).with(HistoryLines.withdrawn(withdrawn, by, now));
    }

    private static Optional<Refusal> refusalToAnswer(Offer offer, Instant now) {
        return switch (offer.stateAt(now)) {
            case ACCEPTED -> Optional.of(Refusal.OFFER_ACCEPTED);
            case DECLINED -> Optional.of(Refusal.OFFER_DECLINED);
            case LAPSED -> Optional.of(Refusal.OFFER_LAPSED);
            case WITHDRAWN -> Optional.of(Refusal.OFFER_WITHDRAWN);
            case OPEN -> Optional.empty();
        };
    }

    private static Referral replaced(Referral referral, Offer answer) {
        List<Offer> offers = new ArrayList<>(referral.offers());
        offers.set(answer.number() - 1, answer);
        return referral.with(offers);
    }

    /** Back to the coordinator, unless somebody else may still say yes. */
    private static Referral returned(Referral referral) {
        return referral.openOffers().isEmpty()
                ? referral.in(
                        referral.state()
                                .after(Step.RETURN)
                                .orElseThrow(
                                        () -> new IllegalStateException("an open offer while " + referral.state())),
                        null)
                : referral;
    }
}
