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
 * One person on the way to a therapist; it has the id of their inquiry. {@link ReferralState} holds the table of states,
 * {@link OfferRules} and {@link DeskRules} what staff can do.
 *
 * <p>Facts come in any order and more than once ({@link Facts}); commands are decided against the state, and one at a
 * time: the store lets the first of two writes win and the second decides again.
 *
 * @param version of the stored document this was read from, 0 if none
 * @param owner the coordinator who answers for the person
 * @param offers in the order they were made; some of them may be open
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
        Desk desk,
        History history) {
    static final int MOST_OFFERS = 50;
    /** So many therapists may be asked at once. */
    public static final int MOST_OPEN = 3;
    /** The {@link #urgency} of who has an open safety concern. */
    public static final int IN_DANGER = -1;

    public Referral {
        offers = List.copyOf(offers);
        if ((state == ReferralState.MATCHED) != (seat != null)) {
            throw new IllegalArgumentException("a matched referral holds a seat, and no other does");
        }
    }

    /** A referral of which nothing is known yet. */
    public static Referral unknown(UUID inquiryId) {
        return new Referral(
                inquiryId, 0, ReferralState.OPEN, Facts.NONE, null, List.of(), null, Desk.EMPTY, History.EMPTY);
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
            return IN_DANGER;
        }
        return facts.priority()
                .map(priority -> switch (priority) {
                    case EMERGENT -> 0;
                    case URGENT -> 1;
                    case ROUTINE -> 2;
                })
                .orElse(3);
    }

    public List<Offer> openOffers() {
        return offers.stream().filter(Offer::isOpen).toList();
    }

    public Optional<Offer> openOfferTo(UUID therapistId) {
        return openOffers().stream()
                .filter(offer -> offer.therapistId().equals(therapistId))
                .findFirst();
    }

    /** The offer of that number if it was made to that therapist. */
    public Optional<Offer> offer(int number, UUID therapistId) {
        return offer(number).filter(offer -> offer.therapistId().equals(therapistId));
    }

    public Optional<Offer> offer(int number) {
        return number < 1 || number > offers.size() ? Optional.empty() : Optional.of(offers.get(number - 1));
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
        Referral next =
                new Referral(inquiryId, version, state, nextFacts, owner, offers, seat, desk, nextHistory).ready();
        if (!nextHistory.equals(history)) {
            Referral told = next;
            next = DeskRules.heard(told, fact, source);
            events.addAll(DeskRules.opened(told, next));
        }
        Optional<UUID> coordinator = inquiry == null ? Optional.empty() : nextFacts.coordinatorOfCall();
        if (owner == null && coordinator.isPresent()) {
            next = next.ownedBy(coordinator.get(), fact.at(), HistoryLines.ASSIGNED);
            events.add(new ReferralEvent.ReferralAssigned(inquiryId, coordinator.get(), fact.at()));
        }
        return new Decided(next, events);
    }

    /** A coordinator takes it, also from a colleague. */
    public ReferralDecision take(UUID coordinatorId, Instant now) {
        return assign(coordinatorId, HistoryLines.assigned(coordinatorId, now, HistoryLines.TAKEN), now);
    }

    /** A coordinator gives it to a colleague. */
    public ReferralDecision handTo(UUID coordinatorId, UUID by, Instant now) {
        return assign(coordinatorId, HistoryLines.handed(coordinatorId, by, now), now);
    }

    private ReferralDecision assign(UUID coordinatorId, HistoryEntry line, Instant now) {
        if (facts.inquiry() == null) {
            return Refused.because(Refusal.NOT_READY);
        }
        if (coordinatorId.equals(owner)) {
            return new Unchanged(this);
        }
        return new Decided(
                ownedBy(coordinatorId, line),
                List.of(new ReferralEvent.ReferralAssigned(inquiryId, coordinatorId, now)));
    }

    /** @see OfferRules#offer */
    public ReferralDecision offer(
            UUID therapistId, List<Failure> failures, UUID coordinatorId, Instant now, Duration validFor) {
        return OfferRules.offer(this, therapistId, failures, coordinatorId, now, validFor);
    }

    /** @see OfferRules#accept */
    public ReferralDecision accept(int number, UUID therapistId, Seat taken, Instant now) {
        return OfferRules.accept(this, number, therapistId, taken, now);
    }

    /** @see OfferRules#decline */
    public ReferralDecision decline(
            int number, UUID therapistId, DeclineReason reason, @Nullable UUID suggested, Instant now) {
        return OfferRules.decline(this, number, therapistId, reason, suggested, now);
    }

    /** @see OfferRules#lapse */
    public ReferralDecision lapse(Instant now) {
        return OfferRules.lapse(this, now);
    }

    /** The coordinator who answers for the person now, who need not be the one who made the offer. */
    UUID answering(Offer offer) {
        return owner == null ? offer.coordinatorId() : owner;
    }

    Referral in(ReferralState next, @Nullable Seat taken) {
        return new Referral(inquiryId, version, next, facts, owner, offers, taken, desk, history);
    }

    /** Ready as soon as inquiry and intake are both in. */
    Referral ready() {
        boolean both = facts.inquiry() != null && facts.intake() != null;
        return both ? in(state.after(Step.READY).orElse(state), seat) : this;
    }

    Referral with(List<Offer> next) {
        return new Referral(inquiryId, version, state, facts, owner, next, seat, desk, history);
    }

    Referral with(Desk next) {
        return new Referral(inquiryId, version, state, facts, owner, offers, seat, next, history);
    }

    Referral with(HistoryEntry line) {
        return new Referral(inquiryId, version, state, facts, owner, offers, seat, desk, history.with(line));
    }

    Referral ownedBy(UUID coordinatorId, Instant at, String how) {
        return ownedBy(coordinatorId, HistoryLines.assigned(coordinatorId, at, how));
    }

    private Referral ownedBy(UUID coordinatorId, HistoryEntry line) {
        return new Referral(inquiryId, version, state, facts, coordinatorId, offers, seat, desk, history.with(line));
    }
}
