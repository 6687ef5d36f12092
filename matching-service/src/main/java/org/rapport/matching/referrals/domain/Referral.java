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

/**
 * One person on the way to a therapist; it has the id of their inquiry. {@link ReferralState} holds the table of states.
 *
 * <p>Facts come in any order and more than once ({@link Facts}); commands are decided against the state, and one at a
 * time: the store lets the first of two writes win and the second decides again.
 *
 * @param version of the stored document this was read from, 0 if none
 * @param owner the coordinator who answers for the person
 * @param offers in the order they were made; at most the last one is open
 * @param seat the place held with the therapist once matched
 */
public record Referral(
        UUID inquiryId,
        long version,
        ReferralState state,
        Facts facts,
        @Nullable UUID owner,
        List<Offer> offers,
        @Nullable Seat seat,
        History history) {
    static final int MOST_OFFERS = 50;

    public Referral {
        offers = List.copyOf(offers);
        if ((state == ReferralState.MATCHED) != (seat != null)) {
            throw new IllegalArgumentException("a matched referral holds a seat, and no other does");
        }
    }

    /** A referral of which nothing is known yet. */
    public static Referral unknown(UUID inquiryId) {
        return new Referral(inquiryId, 0, ReferralState.OPEN, Facts.NONE, null, List.of(), null, History.EMPTY);
    }

    /** Since when the person waits; as long as the inquiry itself is on its way, since the first sign of them. */
    public Instant since() {
        Inquiry inquiry = facts.inquiry();
        if (inquiry != null) {
            return inquiry.receivedAt();
        }
        return history.entries().isEmpty()
                ? Instant.MAX
                : history.entries().getFirst().at();
    }

    /** For the order of the queue, the lowest first: an open safety concern, then the priority, then those not known yet. */
    public int urgency() {
        if (facts.hasOpenConcern()) {
            return -1;
        }
        return facts.priority()
                .map(priority -> switch (priority) {
                    case EMERGENT -> 0;
                    case URGENT -> 1;
                    case ROUTINE -> 2;
                })
                .orElse(3);
    }

    public Optional<Offer> openOffer() {
        return offers.isEmpty()
                ? Optional.empty()
                : Optional.of(offers.getLast()).filter(Offer::isOpen);
    }

    /** The offer of that number if it was made to that therapist. */
    public Optional<Offer> offer(int number, UUID therapistId) {
        return offer(number).filter(offer -> offer.therapistId().equals(therapistId));
    }

    public Optional<Offer> offer(int number) {
        return number < 1 || number > offers.size() ? Optional.empty() : Optional.of(offers.get(number - 1));
    }

    /** When it must act by itself: an open offer's expiry. */
    public Optional<Instant> wakeAt() {
        return openOffer().map(Offer::expiresAt);
    }

    /** What another service says. Known things change nothing. */
    public ReferralDecision note(Fact fact, Source source) {
        History nextHistory = history.with(HistoryLines.of(source, fact));
        Facts nextFacts = facts.with(fact, source.sequence());
        if (nextHistory.equals(history) && nextFacts.equals(facts)) {
            return new Unchanged(this);
        }
        List<ReferralEvent> events = new ArrayList<>();
        Inquiry inquiry = nextFacts.inquiry();
        if (facts.inquiry() == null && inquiry != null) {
            events.add(new ReferralEvent.ReferralOpened(inquiryId, inquiry.receivedAt()));
        }
        Referral next = new Referral(inquiryId, version, state, nextFacts, owner, offers, seat, nextHistory);
        if (inquiry != null && nextFacts.intake() != null) {
            next = next.in(state.after(Step.READY).orElse(state));
        }
        Optional<UUID> coordinator = inquiry == null ? Optional.empty() : nextFacts.coordinatorOfCall();
        if (owner == null && coordinator.isPresent()) {
            next = next.ownedBy(coordinator.get(), fact.at(), false);
            events.add(new ReferralEvent.ReferralAssigned(inquiryId, coordinator.get(), fact.at()));
        }
        return new Decided(next, events);
    }

    /** A coordinator takes it, also from a colleague. */
    public ReferralDecision take(UUID coordinatorId, Instant now) {
        if (facts.inquiry() == null) {
            return Refused.because(Refusal.NOT_READY);
        }
        if (coordinatorId.equals(owner)) {
            return new Unchanged(this);
        }
        return new Decided(
                ownedBy(coordinatorId, now, true),
                List.of(new ReferralEvent.ReferralAssigned(inquiryId, coordinatorId, now)));
    }

    /**
     * Offers the person to a therapist. The same open offer again is the same offer; one past its time lapses in the same
     * decision. Whoever offers answers for the person if nobody did.
     *
     * @param failures hard rules this therapist fails now
     */
    public ReferralDecision offer(
            UUID therapistId, List<Failure> failures, UUID coordinatorId, Instant now, Duration validFor) {
        if (!(lapse(now) instanceof Decided lapsed)) {
            return offerNext(therapistId, failures, coordinatorId, now, validFor);
        }
        ReferralDecision decision = lapsed.referral().offerNext(therapistId, failures, coordinatorId, now, validFor);
        return decision instanceof Decided decided ? decided.after(lapsed.events()) : decision;
    }

    private ReferralDecision offerNext(
            UUID therapistId, List<Failure> failures, UUID coordinatorId, Instant now, Duration validFor) {
        Optional<Offer> open = openOffer();
        if (open.isPresent()) {
            return open.get().therapistId().equals(therapistId)
                    ? new Unchanged(this)
                    : Refused.because(Refusal.ALREADY_OFFERED);
        }
        Optional<ReferralState> offered = state.after(Step.OFFER);
        if (offered.isEmpty()) {
            return Refused.because(state == ReferralState.MATCHED ? Refusal.ALREADY_MATCHED : Refusal.NOT_READY);
        }
        if (!failures.isEmpty()) {
            return new Refused(Refusal.NOT_ELIGIBLE, failures);
        }
        if (offers.size() == MOST_OFFERS) {
            return Refused.because(Refusal.TOO_MANY_OFFERS);
        }
        List<ReferralEvent> events = new ArrayList<>();
        Referral next = this;
        if (owner == null) {
            next = ownedBy(coordinatorId, now, true);
            events.add(new ReferralEvent.ReferralAssigned(inquiryId, coordinatorId, now));
        }
        Offer offer = Offer.open(offers.size() + 1, therapistId, coordinatorId, now, now.plus(validFor));
        events.add(new ReferralEvent.OfferMade(inquiryId, offer));
        List<Offer> nextOffers = new ArrayList<>(offers);
        nextOffers.add(offer);
        return new Decided(
                new Referral(
                        inquiryId,
                        version,
                        offered.get(),
                        facts,
                        next.owner,
                        nextOffers,
                        null,
                        next.history.with(HistoryLines.made(offer))),
                events);
    }

    /** The therapist says yes and takes a numbered seat; whether that seat is free only the write can tell. */
    public ReferralDecision accept(int number, UUID therapistId, Seat seat, Instant now) {
        Optional<Offer> offer = offer(number, therapistId);
        if (offer.isEmpty()) {
            return Refused.because(Refusal.NO_SUCH_OFFER);
        }
        if (offer.get().state() == OfferState.ACCEPTED) {
            return new Unchanged(this);
        }
        return refusalToAnswer(offer.get(), now)
                .<ReferralDecision>map(Refused::because)
                .orElseGet(() -> {
                    Offer accepted = offer.get().answered(OfferState.ACCEPTED, now, null);
                    return new Decided(
                            answered(accepted, Step.ACCEPT, seat, HistoryLines.accepted(accepted, now)),
                            List.of(
                                    new ReferralEvent.OfferAccepted(inquiryId, accepted, now),
                                    new ReferralEvent.ClientMatched(inquiryId, accepted, answering(accepted), now)));
                });
    }

    /** The therapist says no. */
    public ReferralDecision decline(int number, UUID therapistId, DeclineReason reason, Instant now) {
        Optional<Offer> offer = offer(number, therapistId);
        if (offer.isEmpty()) {
            return Refused.because(Refusal.NO_SUCH_OFFER);
        }
        if (offer.get().state() == OfferState.DECLINED) {
            return new Unchanged(this);
        }
        return refusalToAnswer(offer.get(), now)
                .<ReferralDecision>map(Refused::because)
                .orElseGet(() -> {
                    Offer declined = offer.get().answered(OfferState.DECLINED, now, reason);
                    return new Decided(
                            answered(declined, Step.DECLINE, null, HistoryLines.declined(declined, reason, now)),
                            List.of(new ReferralEvent.OfferDeclined(
                                    inquiryId, declined, answering(declined), reason, now)));
                });
    }

    /** Nobody answered in time. Before the expiry, and once answered, nothing happens. */
    public ReferralDecision lapse(Instant now) {
        Optional<Offer> open = openOffer().filter(offer -> !now.isBefore(offer.expiresAt()));
        if (open.isEmpty()) {
            return new Unchanged(this);
        }
        Offer lapsed = open.get().answered(OfferState.LAPSED, now, null);
        return new Decided(
                answered(lapsed, Step.LAPSE, null, HistoryLines.lapsed(lapsed, now)),
                List.of(new ReferralEvent.OfferLapsed(inquiryId, lapsed, answering(lapsed), now)));
    }

    /** The coordinator who answers for the person now, who need not be the one who made the offer. */
    private UUID answering(Offer offer) {
        return owner == null ? offer.coordinatorId() : owner;
    }

    private static Optional<Refusal> refusalToAnswer(Offer offer, Instant now) {
        return switch (offer.stateAt(now)) {
            case ACCEPTED -> Optional.of(Refusal.OFFER_ACCEPTED);
            case DECLINED -> Optional.of(Refusal.OFFER_DECLINED);
            case LAPSED -> Optional.of(Refusal.OFFER_LAPSED);
            case OPEN -> Optional.empty();
        };
    }

    private Referral answered(Offer answer, Step step, @Nullable Seat taken, HistoryEntry line) {
        ReferralState next = state.after(step)
                .orElseThrow(() -> new IllegalStateException(step + " of an open offer while " + state));
        List<Offer> nextOffers = new ArrayList<>(offers);
        nextOffers.set(answer.number() - 1, answer);
        return new Referral(inquiryId, version, next, facts, owner, nextOffers, taken, history.with(line));
    }

    private Referral in(ReferralState next) {
        return new Referral(inquiryId, version, next, facts, owner, offers, seat, history);
    }

    private Referral ownedBy(UUID coordinatorId, Instant at, boolean taken) {
        HistoryEntry line = HistoryLines.assigned(coordinatorId, at, taken);
        return new Referral(inquiryId, version, state, facts, coordinatorId, offers, seat, history.with(line));
    }
}
