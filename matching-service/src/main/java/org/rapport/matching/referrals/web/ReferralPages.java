package org.rapport.matching.referrals.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.CandidateSearch;
import org.rapport.matching.ranking.domain.Weights;
import org.rapport.matching.referrals.application.MakeOffer;
import org.rapport.matching.referrals.application.MakeOfferHandler;
import org.rapport.matching.referrals.application.RankCandidates;
import org.rapport.matching.referrals.application.TakeReferral;
import org.rapport.matching.referrals.application.TakeReferralHandler;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person: who they are, who fits and why, what happened. */
@Controller
@RequestMapping("/staff/referrals/{inquiryId}")
class ReferralPages {
    private final Referrals referrals;
    private final RankCandidates candidates;
    private final TakeReferralHandler take;
    private final MakeOfferHandler makeOffer;
    private final Weights weights;
    private final BookingAnswers booking;
    private final IntakeAnswers intakes;
    private final ReferralWords words;
    private final Words plain;
    private final Roster roster;
    private final PersonLinks links;
    private final Clock clock;

    ReferralPages(
            Referrals referrals,
            RankCandidates candidates,
            TakeReferralHandler take,
            MakeOfferHandler makeOffer,
            Weights weights,
            BookingAnswers booking,
            IntakeAnswers intakes,
            ReferralWords words,
            Words plain,
            Roster roster,
            PersonLinks links,
            Clock clock) {
        this.referrals = referrals;
        this.candidates = candidates;
        this.take = take;
        this.makeOffer = makeOffer;
        this.weights = weights;
        this.booking = booking;
        this.intakes = intakes;
        this.words = words;
        this.plain = plain;
        this.roster = roster;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable UUID inquiryId,
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(defaultValue = "" + CandidatesAnswer.FEW) int rows,
            Staff staff,
            Model model) {
        Referral referral = referrals.find(inquiryId).orElseThrow(RefusedRequest::notFound);
        Map<UUID, String> coordinators = booking.coordinators();
        Intake intake = referral.facts().intake();
        model.addAttribute("id", inquiryId);
        model.addAttribute("mark", words.mark(referral));
        model.addAttribute("priority", words.priority(referral));
        model.addAttribute("state", words.text("matching.state." + referral.state()));
        model.addAttribute("concern", referral.facts().hasOpenConcern());
        model.addAttribute("owner", words.owner(referral, coordinators));
        model.addAttribute("mine", staff.id().equals(referral.owner()));
        model.addAttribute("person", booking.person(inquiryId));
        model.addAttribute("came", words.came(referral));
        model.addAttribute("calls", words.calls(referral, coordinators, clock.instant()));
        model.addAttribute("response", intakes.response(inquiryId));
        model.addAttribute("wishes", intake == null ? null : words.wishes(intake.criteria()));
        model.addAttribute("history", words.history(referral, coordinators));
        model.addAttribute(
                "refused",
                Refusals.named(refused)
                        .map(refusal -> words.text("matching.refused." + Refusals.code(refusal)))
                        .orElse(null));
        model.addAttribute("desk", DeskView.of(referral, staff.id(), coordinators, words, plain, clock.instant()));
        model.addAttribute("asked", PersonView.of(referral, roster, links, plain));
        model.addAttribute("matched", words.matched(referral));
        model.addAttribute("closed", words.closed(referral));
        model.addAttribute("canOffer", ReferralWords.canOffer(referral));
        if (intake != null && referral.state().isWaiting()) {
            int shown = CandidatesAnswer.rows(rows);
            CandidateSearch search =
                    new CandidateSearch(intake.criteria(), referral.desk().barred());
            CandidatesAnswer answer =
                    CandidatesAnswer.of(candidates.handle(search, shown, shown), weights.version(), plain);
            model.addAttribute("candidates", answer);
            model.addAttribute("moreRows", shown + CandidatesAnswer.FEW);
            model.addAttribute(
                    "earlier",
                    answer.candidates().stream()
                            .map(CandidatesAnswer.CandidateLine::therapistId)
                            .collect(Collectors.toMap(id -> id, id -> words.earlier(referral, id))));
        }
        return "matching/referral";
    }

    @PostMapping("/assignment")
    String take(@PathVariable UUID inquiryId, Staff staff) {
        return back(inquiryId, take.handle(new TakeReferral(inquiryId, staff.id())));
    }

    @PostMapping("/offers")
    String offer(@PathVariable UUID inquiryId, @RequestParam UUID therapistId, Staff staff) {
        return back(inquiryId, makeOffer.handle(new MakeOffer(inquiryId, therapistId, staff.id())));
    }

    private static String back(UUID inquiryId, ReferralDecision decision) {
        return "redirect:/staff/referrals/" + inquiryId
                + Refusals.shown(decision)
                        .map(refusal -> "?refused=" + Refusals.code(refusal))
                        .orElse("");
    }
}
