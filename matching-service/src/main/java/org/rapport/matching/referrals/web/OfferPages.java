package org.rapport.matching.referrals.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.application.AcceptOffer;
import org.rapport.matching.referrals.application.AcceptOfferHandler;
import org.rapport.matching.referrals.application.DeclineOffer;
import org.rapport.matching.referrals.application.DeclineOfferHandler;
import org.rapport.matching.referrals.application.RankCandidates;
import org.rapport.matching.referrals.domain.DeclineReason;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.OfferState;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.web.Option;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A therapist's offers. Who the person is, the therapist learns by accepting. */
@Controller
@RequestMapping("/staff/offers")
class OfferPages {
    private static final int MOST = 50;

    private final Referrals referrals;
    private final RankCandidates candidates;
    private final AcceptOfferHandler accept;
    private final DeclineOfferHandler decline;
    private final BookingAnswers booking;
    private final Roster roster;
    private final ReferralWords words;
    private final Words plain;
    private final Times times;
    private final Clock clock;

    OfferPages(
            Referrals referrals,
            RankCandidates candidates,
            AcceptOfferHandler accept,
            DeclineOfferHandler decline,
            BookingAnswers booking,
            Roster roster,
            ReferralWords words,
            Words plain,
            Times times,
            Clock clock) {
        this.referrals = referrals;
        this.candidates = candidates;
        this.accept = accept;
        this.decline = decline;
        this.booking = booking;
        this.roster = roster;
        this.words = words;
        this.plain = plain;
        this.times = times;
        this.clock = clock;
    }

    /** Open ones first, the soonest to lapse on top; then the answered ones, the latest on top. */
    @GetMapping
    String list(Staff staff, Model model) {
        List<Listed> offers = referrals.offeredTo(staff.id(), MOST).stream()
                .flatMap(referral -> referral.offers().reversed().stream()
                        .filter(offer -> offer.therapistId().equals(staff.id()))
                        .map(offer -> new Listed(view(referral, offer, List.of()), offer.expiresAt())))
                .toList();
        model.addAttribute(
                "open",
                offers.stream()
                        .filter(offer -> offer.view().open())
                        .sorted(Comparator.comparing(Listed::until))
                        .map(Listed::view)
                        .toList());
        model.addAttribute(
                "answered",
                offers.stream().map(Listed::view).filter(view -> !view.open()).toList());
        return "matching/offers";
    }

    @GetMapping("/{inquiryId}/{number}")
    String show(
            @PathVariable UUID inquiryId,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String refused,
            Staff staff,
            Model model) {
        Referral referral = referrals.find(inquiryId).orElseThrow(RefusedRequest::notFound);
        Offer offer = referral.offer(number, staff.id()).orElseThrow(RefusedRequest::notFound);
        OfferView view = view(referral, offer, why(referral, offer));
        model.addAttribute("offer", view);
        model.addAttribute("person", view.accepted() ? booking.person(inquiryId) : null);
        model.addAttribute(
                "refused",
                Refusals.named(refused)
                        .map(refusal -> words.text("matching.refused." + Refusals.code(refusal)))
                        .orElse(null));
        return "matching/offer";
    }

    @PostMapping("/{inquiryId}/{number}/acceptance")
    String accept(@PathVariable UUID inquiryId, @PathVariable int number, Staff staff) {
        return back(inquiryId, number, accept.handle(new AcceptOffer(inquiryId, number, staff.id())));
    }

    @PostMapping("/{inquiryId}/{number}/decline")
    String decline(
            @PathVariable UUID inquiryId,
            @PathVariable int number,
            @RequestParam DeclineReason reason,
            @RequestParam(required = false) @Nullable UUID suggested,
            Staff staff) {
        UUID colleague = suggested != null
                        && !suggested.equals(staff.id())
                        && roster.find(suggested).isPresent()
                ? suggested
                : null;
        return back(
                inquiryId, number, decline.handle(new DeclineOffer(inquiryId, number, staff.id(), reason, colleague)));
    }

    private static String back(UUID inquiryId, int number, ReferralDecision decision) {
        return "redirect:" + href(inquiryId, number)
                + Refusals.shown(decision)
                        .map(refusal -> "?refused=" + Refusals.code(refusal))
                        .orElse("");
    }

    private static String href(UUID inquiryId, int number) {
        return "/staff/offers/" + inquiryId + "/" + number;
    }

    private record Listed(OfferView view, Instant until) {}

    private OfferView view(Referral referral, Offer offer, List<String> why) {
        Instant now = clock.instant();
        OfferState state = offer.stateAt(now);
        Intake intake = referral.facts().intake();
        boolean open = state == OfferState.OPEN;
        boolean accepted = state == OfferState.ACCEPTED && holds(referral, offer.therapistId());
        boolean briefed = intake != null && (open || accepted);
        return new OfferView(
                href(referral.inquiryId(), offer.number()),
                switch (state) {
                    case OPEN -> "soon";
                    case ACCEPTED -> "done";
                    case DECLINED, LAPSED, WITHDRAWN -> "off";
                },
                words.text("matching.offer.state." + state),
                referral.facts()
                        .priority()
                        .filter(_ -> briefed)
                        .map(priority -> words.text("matching.priority." + priority))
                        .orElse(""),
                plain.at(offer.expiresAt()),
                open ? times.span(Duration.between(now, offer.expiresAt())) : null,
                open,
                accepted,
                briefed,
                intake == null || !briefed ? "" : plain.list(intake.criteria().concerns()),
                intake == null || !briefed ? List.of() : words.wishes(intake.criteria()),
                why,
                Arrays.stream(DeclineReason.values())
                        .map(reason -> Option.of(reason.name(), plain.word(reason.code())))
                        .toList(),
                open ? colleagues(offer.therapistId()) : List.of());
    }

    /** After a re-match or a closing the person is no longer the therapist's, whatever the offer once said. */
    private static boolean holds(Referral referral, UUID therapistId) {
        Seat seat = referral.seat();
        return seat != null && seat.therapistId().equals(therapistId);
    }

    private List<Option> colleagues(UUID self) {
        return roster.therapists().stream()
                .filter(therapist -> !therapist.id().equals(self))
                .sorted(Comparator.comparing(Therapist::name))
                .map(therapist -> Option.of(therapist.id().toString(), therapist.name()))
                .toList();
    }

    private List<String> why(Referral referral, Offer offer) {
        Intake intake = referral.facts().intake();
        if (intake == null || offer.stateAt(clock.instant()) != OfferState.OPEN) {
            return List.of();
        }
        return candidates.candidate(offer.therapistId(), intake.criteria()).stream()
                .flatMap(candidate -> candidate.factors().stream())
                .filter(points -> points.points() > 0)
                .map(points -> CandidatesAnswer.factor(points, plain).text())
                .toList();
    }
}
