package org.rapport.matching.referrals.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.application.AcceptOffer;
import org.rapport.matching.referrals.application.AcceptOfferHandler;
import org.rapport.matching.referrals.application.DeclineOffer;
import org.rapport.matching.referrals.application.DeclineOfferHandler;
import org.rapport.matching.referrals.domain.DeclineReason;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.OfferState;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.web.FieldProblem;
import org.rapport.web.Problems;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One offer, for the therapist it was made to and for other services. To any other therapist it does not exist. */
@RestController
@RequestMapping("/api/matching/offers/{inquiryId}/{number}")
class OfferController {
    record NoFields() {}

    /**
     * @param reason a code such as {@code caseload-full}
     * @param suggested id of a colleague who may fit better
     */
    record DeclineRequest(@NotNull String reason, @Nullable UUID suggested) {}

    record OfferAnswer(
            UUID offerId,
            UUID inquiryId,
            int number,
            UUID therapistId,
            UUID coordinatorId,
            OfferState state,
            Instant expiresAt) {}

    private final Referrals referrals;
    private final AcceptOfferHandler accept;
    private final DeclineOfferHandler decline;
    private final Roster roster;
    private final Words words;
    private final Clock clock;

    OfferController(
            Referrals referrals,
            AcceptOfferHandler accept,
            DeclineOfferHandler decline,
            Roster roster,
            Words words,
            Clock clock) {
        this.referrals = referrals;
        this.accept = accept;
        this.decline = decline;
        this.roster = roster;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    OfferAnswer show(@PathVariable UUID inquiryId, @PathVariable int number, Staff staff) {
        return referrals
                .find(inquiryId)
                .flatMap(referral -> referral.offer(number))
                .filter(offer ->
                        staff.has(StaffRole.SERVICE) || offer.therapistId().equals(staff.id()))
                .map(offer -> answer(inquiryId, offer))
                .orElseThrow(RefusedRequest::notFound);
    }

    @PostMapping("/acceptance")
    ResponseEntity<?> accept(
            @PathVariable UUID inquiryId,
            @PathVariable int number,
            @RequestBody(required = false) @Nullable NoFields nothing,
            Staff staff) {
        return answer(accept.handle(new AcceptOffer(inquiryId, number, staff.id())), number);
    }

    @PostMapping("/decline")
    ResponseEntity<?> decline(
            @PathVariable UUID inquiryId,
            @PathVariable int number,
            @Valid @RequestBody DeclineRequest request,
            Staff staff) {
        Optional<DeclineReason> reason = Arrays.stream(DeclineReason.values())
                .filter(known -> known.code().equals(request.reason()))
                .findFirst();
        if (reason.isEmpty()) {
            return Problems.invalid(List.of(new FieldProblem("reason", words.text("matching.decline.unknown"))));
        }
        UUID suggested = request.suggested();
        if (suggested != null
                && (suggested.equals(staff.id()) || roster.find(suggested).isEmpty())) {
            return Problems.invalid(
                    List.of(new FieldProblem("suggested", words.text("matching.decline.no-colleague"))));
        }
        return answer(decline.handle(new DeclineOffer(inquiryId, number, staff.id(), reason.get(), suggested)), number);
    }

    private ResponseEntity<?> answer(ReferralDecision decision, int number) {
        return Refusals.answer(
                decision, words, referral -> ResponseEntity.ok(answer(referral.inquiryId(), offer(referral, number))));
    }

    private static Offer offer(Referral referral, int number) {
        return referral.offer(number).orElseThrow(RefusedRequest::notFound);
    }

    /** An offer past its time is told as lapsed, even in the moment before the wake-up has written it down. */
    private OfferAnswer answer(UUID inquiryId, Offer offer) {
        return new OfferAnswer(
                Offer.idOf(inquiryId, offer.number()),
                inquiryId,
                offer.number(),
                offer.therapistId(),
                offer.coordinatorId(),
                offer.stateAt(clock.instant()),
                offer.expiresAt());
    }
}
