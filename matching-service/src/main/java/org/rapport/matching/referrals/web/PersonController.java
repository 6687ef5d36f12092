package org.rapport.matching.referrals.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.contracts.ClientLink;
import org.rapport.matching.referrals.application.AnswerFitCheck;
import org.rapport.matching.referrals.application.AnswerFitCheckHandler;
import org.rapport.matching.referrals.application.Choose;
import org.rapport.matching.referrals.application.ChooseHandler;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.FitAnswer.Degree;
import org.rapport.matching.referrals.domain.FitCheck;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.web.FieldProblem;
import org.rapport.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person's links open, for other clients. Answers are put: the same again is the same answer, and needs no key. */
@RestController
@RequestMapping("/api/matching")
class PersonController {
    /** @param none that it is none of them; one of the two is given */
    record ChoiceRequest(
            @Nullable UUID therapistId, @Nullable Boolean none) {}

    /** @param therapistId whom they would like; absent before the answer, and for none of them */
    record ChoiceAnswer(
            List<UUID> therapists,
            Choice.State state,
            Instant until,
            @Nullable UUID therapistId) {
        static ChoiceAnswer of(Choice choice) {
            return new ChoiceAnswer(choice.therapists(), choice.state(), choice.until(), choice.therapistId());
        }
    }

    record FitRequest(
            @NotNull Degree heard,
            @NotNull Degree matters,
            @NotNull Degree goOn) {}

    record FitAnswered(UUID therapistId, boolean answered) {}

    private final Referrals referrals;
    private final ChooseHandler choose;
    private final AnswerFitCheckHandler answer;
    private final PersonLinks links;
    private final PersonTexts texts;
    private final Clock clock;

    PersonController(
            Referrals referrals,
            ChooseHandler choose,
            AnswerFitCheckHandler answer,
            PersonLinks links,
            PersonTexts texts,
            Clock clock) {
        this.referrals = referrals;
        this.choose = choose;
        this.answer = answer;
        this.links = links;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/choices/{token}")
    ChoiceAnswer choice(@PathVariable String token) {
        return choice(links.read(token, ClientLink.CHOOSE_THERAPIST, clock.instant()));
    }

    @PutMapping("/choices/{token}")
    ResponseEntity<?> choose(@PathVariable String token, @RequestBody ChoiceRequest request) {
        PersonLinks.Link link = links.read(token, ClientLink.CHOOSE_THERAPIST, clock.instant());
        UUID wanted = request.therapistId();
        boolean none = Boolean.TRUE.equals(request.none());
        Referral referral = referrals.find(link.inquiryId()).orElseThrow(PersonLinks::over);
        if (none == (wanted != null)
                || (wanted != null && !choose.canChoose(referral, choice(link, referral), wanted))) {
            return Problems.invalid(List.of(new FieldProblem("therapistId", texts.text("person.choice.missing"))));
        }
        took(choose.handle(new Choose(link.inquiryId(), link.number(), wanted)));
        return ResponseEntity.ok(choice(link));
    }

    @GetMapping("/fit-checks/{token}")
    FitAnswered fit(@PathVariable String token) {
        return fit(links.read(token, ClientLink.FIT_CHECK, clock.instant()));
    }

    @PutMapping("/fit-checks/{token}")
    FitAnswered answer(@PathVariable String token, @Valid @RequestBody FitRequest request) {
        PersonLinks.Link link = links.read(token, ClientLink.FIT_CHECK, clock.instant());
        took(answer.handle(new AnswerFitCheck(
                link.inquiryId(), link.number(), request.heard(), request.matters(), request.goOn())));
        return fit(link);
    }

    private ChoiceAnswer choice(PersonLinks.Link link) {
        return ChoiceAnswer.of(choice(link, referrals.find(link.inquiryId()).orElseThrow(PersonLinks::over)));
    }

    private static Choice choice(PersonLinks.Link link, Referral referral) {
        return Optional.ofNullable(referral.desk().choice())
                .filter(choice -> choice.number() == link.number() && choice.state() != Choice.State.OVER)
                .orElseThrow(PersonLinks::over);
    }

    private FitAnswered fit(PersonLinks.Link link) {
        Referral referral = referrals.find(link.inquiryId()).orElseThrow(PersonLinks::over);
        FitCheck check = referral.desk().fit();
        Seat seat = referral.seat();
        if (check == null || seat == null || check.number() != link.number() || check.until() == null) {
            throw PersonLinks.over();
        }
        return new FitAnswered(seat.therapistId(), check.answer() != null);
    }

    private static void took(ReferralDecision decision) {
        if (decision instanceof ReferralDecision.Refused) {
            throw PersonLinks.over();
        }
    }
}
