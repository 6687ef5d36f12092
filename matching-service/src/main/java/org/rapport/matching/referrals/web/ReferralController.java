package org.rapport.matching.referrals.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.CandidateSearch;
import org.rapport.matching.ranking.domain.Weights;
import org.rapport.matching.referrals.application.DeskCommand;
import org.rapport.matching.referrals.application.DeskCommandHandler;
import org.rapport.matching.referrals.application.MakeOffer;
import org.rapport.matching.referrals.application.MakeOfferHandler;
import org.rapport.matching.referrals.application.ProposeChoice;
import org.rapport.matching.referrals.application.ProposeChoiceHandler;
import org.rapport.matching.referrals.application.RankCandidates;
import org.rapport.matching.referrals.application.TakeReferral;
import org.rapport.matching.referrals.application.TakeReferralHandler;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.Conflict;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Refusal;
import org.rapport.matching.referrals.domain.Selection;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.web.Problems;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Referrals for coordinators. */
@RestController
@RequestMapping("/api/matching/referrals")
class ReferralController {
    private static final int MOST = 500;

    record NoFields() {}

    record OfferRequest(@NotNull UUID therapistId) {}

    /** @param offerAtOnce whether the offer follows the person's answer by itself */
    record ChoiceRequest(@NotNull @Size(max = Choice.MOST) List<@NotNull UUID> therapistIds, boolean offerAtOnce) {}

    record ConflictRequest(@NotNull Conflict.Reason reason) {}

    record OfferMadeAnswer(UUID offerId, int number, Instant expiresAt) {}

    private final Referrals referrals;
    private final RankCandidates candidates;
    private final TakeReferralHandler take;
    private final MakeOfferHandler makeOffer;
    private final ProposeChoiceHandler propose;
    private final DeskCommandHandler desk;
    private final Roster roster;
    private final Weights weights;
    private final Words words;

    ReferralController(
            Referrals referrals,
            RankCandidates candidates,
            TakeReferralHandler take,
            MakeOfferHandler makeOffer,
            ProposeChoiceHandler propose,
            DeskCommandHandler desk,
            Roster roster,
            Weights weights,
            Words words) {
        this.referrals = referrals;
        this.candidates = candidates;
        this.take = take;
        this.makeOffer = makeOffer;
        this.propose = propose;
        this.desk = desk;
        this.roster = roster;
        this.weights = weights;
        this.words = words;
    }

    /** The longest waiting first, at most 500; state and owner narrow it. */
    @GetMapping
    List<ReferralAnswer> list(
            @RequestParam(required = false) @Nullable ReferralState state,
            @RequestParam(required = false) @Nullable UUID owner) {
        Set<ReferralState> states = state == null ? EnumSet.allOf(ReferralState.class) : EnumSet.of(state);
        Selection.Ownership whose =
                owner == null ? new Selection.Ownership.Anyone() : new Selection.Ownership.Of(owner);
        return referrals.list(new Selection(states, false, whose), Selection.Order.SINCE, MOST).stream()
                .map(ReferralAnswer::of)
                .toList();
    }

    @GetMapping("/{inquiryId}")
    ReferralAnswer show(@PathVariable UUID inquiryId) {
        return ReferralAnswer.of(find(inquiryId));
    }

    /** The first of both lists, 20 to 500 of each; how many there are in all stands beside them. */
    @GetMapping("/{inquiryId}/candidates")
    ResponseEntity<?> candidates(
            @PathVariable UUID inquiryId, @RequestParam(defaultValue = "" + CandidatesAnswer.FEW) int rows) {
        Referral referral = find(inquiryId);
        Intake intake = referral.facts().intake();
        if (intake == null) {
            return Problems.of(
                    HttpStatus.CONFLICT,
                    Refusals.code(Refusal.NOT_READY),
                    words.text("matching.refused." + Refusals.code(Refusal.NOT_READY)));
        }
        int shown = CandidatesAnswer.rows(rows);
        CandidateSearch search =
                new CandidateSearch(intake.criteria(), referral.desk().barred());
        return ResponseEntity.ok(
                CandidatesAnswer.of(candidates.handle(search, shown, shown), weights.version(), words));
    }

    @PostMapping("/{inquiryId}/assignment")
    ResponseEntity<?> take(
            @PathVariable UUID inquiryId, @RequestBody(required = false) @Nullable NoFields nothing, Staff staff) {
        return answer(take.handle(new TakeReferral(inquiryId, staff.id())));
    }

    /** The same offer again answers as the first time did. */
    @PostMapping("/{inquiryId}/offers")
    ResponseEntity<?> offer(@PathVariable UUID inquiryId, @Valid @RequestBody OfferRequest request, Staff staff) {
        return Refusals.answer(
                makeOffer.handle(new MakeOffer(inquiryId, request.therapistId(), staff.id())), words, referral -> {
                    Offer offer = referral.openOfferTo(request.therapistId()).orElseThrow();
                    return ResponseEntity.status(HttpStatus.CREATED)
                            .body(new OfferMadeAnswer(
                                    Offer.idOf(inquiryId, offer.number()), offer.number(), offer.expiresAt()));
                });
    }

    /** Asks the person to choose. The same question again is the question that is asked already. */
    @PutMapping("/{inquiryId}/choice")
    ResponseEntity<?> choice(@PathVariable UUID inquiryId, @Valid @RequestBody ChoiceRequest request, Staff staff) {
        return answer(propose.handle(
                new ProposeChoice(inquiryId, request.therapistIds(), request.offerAtOnce(), staff.id())));
    }

    /** Says that a therapist must not see this person. */
    @PutMapping("/{inquiryId}/conflicts/{therapistId}")
    ResponseEntity<?> bar(
            @PathVariable UUID inquiryId,
            @PathVariable UUID therapistId,
            @Valid @RequestBody ConflictRequest request,
            Staff staff) {
        if (roster.find(therapistId).isEmpty()) {
            throw RefusedRequest.notFound();
        }
        return answer(desk.handle(new DeskCommand.BarTherapist(inquiryId, therapistId, request.reason(), staff.id())));
    }

    @DeleteMapping("/{inquiryId}/conflicts/{therapistId}")
    ResponseEntity<?> unbar(@PathVariable UUID inquiryId, @PathVariable UUID therapistId, Staff staff) {
        return answer(desk.handle(new DeskCommand.UnbarTherapist(inquiryId, therapistId, staff.id())));
    }

    private ResponseEntity<?> answer(ReferralDecision decision) {
        return Refusals.answer(decision, words, referral -> ResponseEntity.ok(ReferralAnswer.of(referral)));
    }

    private Referral find(UUID inquiryId) {
        return referrals.find(inquiryId).orElseThrow(RefusedRequest::notFound);
    }
}
