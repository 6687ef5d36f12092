package org.rapport.matching.referrals.web;

import java.time.Clock;
import java.util.Arrays;
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
import org.rapport.matching.referrals.domain.ChoiceRules;
import org.rapport.matching.referrals.domain.FitAnswer;
import org.rapport.matching.referrals.domain.FitAnswer.Degree;
import org.rapport.matching.referrals.domain.FitCheck;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.web.FieldProblem;
import org.rapport.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages behind a person's links: whom they would like, and how it is. Opening one changes nothing; scanners of mail open them too. */
@Controller
class PersonPages {
    private final Referrals referrals;
    private final ChooseHandler choose;
    private final AnswerFitCheckHandler answer;
    private final PersonLinks links;
    private final PersonTexts texts;
    private final Clock clock;

    PersonPages(
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

    @GetMapping("/choice/{token}")
    ModelAndView choice(@PathVariable String token, Model model) {
        return choice(token, null, model);
    }

    @PostMapping("/choice/{token}")
    ModelAndView choose(@PathVariable String token, @RequestParam(defaultValue = "") String therapistId, Model model) {
        PersonLinks.Link link = links.read(token, ClientLink.CHOOSE_THERAPIST, clock.instant());
        boolean none = therapistId.equals(PersonTexts.NONE);
        Referral referral = current(link).orElseThrow(PersonLinks::over);
        Choice asked = shown(link, referral);
        Optional<UUID> chosen = asked.therapists().stream()
                .filter(shown -> shown.toString().equals(therapistId) && choose.canChoose(referral, asked, shown))
                .findFirst();
        if (!none && chosen.isEmpty()) {
            return choice(token, texts.text("person.choice.missing"), model);
        }
        return went(choose.handle(new Choose(link.inquiryId(), link.number(), chosen.orElse(null))))
                ? new ModelAndView("redirect:/choice/" + token)
                : over(model);
    }

    private static Choice shown(PersonLinks.Link link, Referral referral) {
        return Optional.ofNullable(referral.desk().choice())
                .filter(choice -> choice.number() == link.number())
                .orElseThrow(PersonLinks::over);
    }

    private ModelAndView choice(String token, @Nullable String problem, Model model) {
        PersonLinks.Link link = links.read(token, ClientLink.CHOOSE_THERAPIST, clock.instant());
        Referral referral = current(link).orElseThrow(PersonLinks::over);
        Choice choice = shown(link, referral);
        Intake intake = referral.facts().intake();
        boolean answered = choice.state() == Choice.State.ANSWERED;
        boolean open = ChoiceRules.isOpen(referral);
        if (intake == null || (!open && !answered)) {
            return over(model);
        }
        List<PersonTexts.Card> cards = texts.cards(referral, choice, intake.criteria());
        UUID wanted = choice.therapistId();
        model.addAttribute("token", token);
        model.addAttribute("open", open);
        model.addAttribute("cards", cards);
        model.addAttribute("options", texts.options(cards));
        model.addAttribute("until", texts.until(choice));
        model.addAttribute("error", problem == null ? "" : problem);
        model.addAttribute("problems", problem == null ? List.of() : List.of(new FieldProblem("therapistId", problem)));
        model.addAttribute(
                "chosen", answered ? List.of(wanted == null ? PersonTexts.NONE : wanted.toString()) : List.of());
        model.addAttribute("answered", answered ? texts.answered(referral, choice) : null);
        return new ModelAndView(
                "matching/choice", model.asMap(), problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/fit/{token}")
    ModelAndView fit(@PathVariable String token, Model model) {
        return fit(token, null, null, null, false, model);
    }

    @PostMapping("/fit/{token}")
    ModelAndView fit(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String heard,
            @RequestParam(defaultValue = "") String matters,
            @RequestParam(defaultValue = "") String goOn,
            Model model) {
        Optional<Degree> first = degree(heard);
        Optional<Degree> second = degree(matters);
        Optional<Degree> third = degree(goOn);
        if (first.isEmpty() || second.isEmpty() || third.isEmpty()) {
            return fit(token, first.orElse(null), second.orElse(null), third.orElse(null), true, model);
        }
        PersonLinks.Link link = links.read(token, ClientLink.FIT_CHECK, clock.instant());
        return went(answer.handle(
                        new AnswerFitCheck(link.inquiryId(), link.number(), first.get(), second.get(), third.get())))
                ? new ModelAndView("redirect:/fit/" + token)
                : over(model);
    }

    private ModelAndView fit(
            String token,
            @Nullable Degree heard,
            @Nullable Degree matters,
            @Nullable Degree goOn,
            boolean checked,
            Model model) {
        PersonLinks.Link link = links.read(token, ClientLink.FIT_CHECK, clock.instant());
        Referral referral = current(link).orElseThrow(PersonLinks::over);
        FitCheck check = referral.desk().fit();
        Seat seat = referral.seat();
        if (check == null || seat == null || check.number() != link.number() || check.until() == null) {
            return over(model);
        }
        FitAnswer said = check.answer();
        boolean before = said != null && !checked;
        String name = texts.name(seat.therapistId());
        List<FitQuestion> questions = List.of(
                question("heard", name, before && said != null ? said.heard() : heard, checked),
                question("matters", name, before && said != null ? said.matters() : matters, checked),
                question("goOn", name, before && said != null ? said.goOn() : goOn, checked));
        model.addAttribute("token", token);
        model.addAttribute("name", name);
        model.addAttribute("questions", questions);
        model.addAttribute(
                "problems",
                questions.stream()
                        .filter(question -> !question.error().isEmpty())
                        .map(question -> new FieldProblem(question.field(), question.error()))
                        .toList());
        model.addAttribute(
                "answered",
                said == null || checked
                        ? null
                        : texts.text(
                                said.isRight() ? "person.fit.answered.right" : "person.fit.answered.not-right", name));
        return new ModelAndView(
                "matching/fit", model.asMap(), checked ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private FitQuestion question(String field, String name, @Nullable Degree given, boolean checked) {
        return new FitQuestion(
                field,
                texts.text("person.fit." + field, name),
                texts.degrees(field),
                given == null ? List.of() : List.of(given.name()),
                checked && given == null ? texts.text("person.fit.missing") : "");
    }

    /** The accessors are those the library's choices ask for. */
    record FitQuestion(String field, String legend, List<Option> options, List<String> chosen, String error) {}

    private Optional<Referral> current(PersonLinks.Link link) {
        return referrals.find(link.inquiryId());
    }

    static Optional<Degree> degree(String said) {
        return Arrays.stream(Degree.values())
                .filter(degree -> degree.name().equals(said))
                .findFirst();
    }

    /** False when nobody waits for the answer any more. */
    private static boolean went(ReferralDecision decision) {
        return !(decision instanceof ReferralDecision.Refused);
    }

    private static ModelAndView over(Model model) {
        return new ModelAndView("matching/link-over", model.asMap(), HttpStatus.GONE);
    }
}
