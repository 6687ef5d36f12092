package org.rapport.booking.waiting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.booking.calls.domain.HoldKind;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.PersonCheck;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.web.PersonChoices;
import org.rapport.booking.inquiries.web.PersonForm;
import org.rapport.booking.inquiries.web.RequestIds;
import org.rapport.booking.waiting.application.EndWaitingHandler;
import org.rapport.booking.waiting.application.JoinWaitList;
import org.rapport.booking.waiting.application.JoinWaitListHandler;
import org.rapport.booking.waiting.application.LeaveWaitList;
import org.rapport.booking.waiting.domain.JoinDecision;
import org.rapport.booking.waiting.domain.TimeWish;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterState;
import org.rapport.booking.waiting.domain.WishCheck;
import org.rapport.booking.waiting.domain.WishRules;
import org.rapport.web.FieldProblem;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Join the wait list, see one's place on it, leave it. */
@Controller
@RequestMapping("/wait-list")
class WaitListPages {

    private final JoinWaitListHandler join;
    private final EndWaitingHandler endWaiting;
    private final PersonRules personRules;
    private final WishRules wishRules;
    private final PersonChoices choices;
    private final WishTexts texts;
    private final WaitLinks links;
    private final MessageSource messages;
    private final Practice practice;
    private final Clock clock;

    WaitListPages(
            JoinWaitListHandler join,
            EndWaitingHandler endWaiting,
            PersonRules personRules,
            WishRules wishRules,
            PersonChoices choices,
            WishTexts texts,
            WaitLinks links,
            MessageSource messages,
            Practice practice,
            Clock clock) {
        this.join = join;
        this.endWaiting = endWaiting;
        this.personRules = personRules;
        this.wishRules = wishRules;
        this.choices = choices;
        this.texts = texts;
        this.links = links;
        this.messages = messages;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping
    String form(
            @RequestParam(defaultValue = WishRules.ANY_COORDINATOR) String host,
            @RequestParam(defaultValue = "") String zone,
            Model model,
            Locale locale) {
        ZoneId guessed = PersonRules.zone(zone).orElse(practice.zone());
        LocalDate lastDay = LocalDate.now(clock.withZone(guessed))
                .plusDays(WishRules.usually().toDays());
        model.addAttribute("person", PersonForm.empty(guessed.getId(), locale.getLanguage()));
        model.addAttribute("wish", new WishForm(host, lastDay.toString(), List.of(), List.of()));
        return form(UUID.randomUUID(), List.of(), model, locale);
    }

    @PostMapping
    ModelAndView join(
            @ModelAttribute("person") PersonForm person,
            BindingResult result,
            @ModelAttribute("wish") WishForm wish,
            @RequestParam(defaultValue = "") String requestId,
            Model model,
            Locale locale) {
        UUID request = RequestIds.parse(requestId)
                .orElseThrow(() -> new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request"));
        ZoneId zone = PersonRules.zone(person.zone()).orElse(practice.zone());
        WishCheck wished = wishRules.check(wish.answers(), zone, clock.instant());
        PersonCheck known = personRules.check(person.answers(), InquiryPath.WAIT_LIST);
        if (wished instanceof WishCheck.Accepted(TimeWish accepted)
                && known instanceof PersonCheck.Accepted(Person who)) {
            JoinWaitList command = new JoinWaitList(InquiryId.ofRequest(request), who, accepted);
            return switch (join.handle(command)) {
                case JoinDecision.Joined(Waiter waiter) ->
                    new ModelAndView("redirect:" + links.address(waiter) + "?joined=yes");
                case JoinDecision.RequestReused _ -> throw new RefusedRequest(HttpStatus.CONFLICT, "already-sent");
            };
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (wished instanceof WishCheck.Rejected(var faults)) {
            problems.addAll(texts.problems(faults, locale));
        }
        if (known instanceof PersonCheck.Rejected(var faults)) {
            PersonForm.reject(faults, result);
        }
        return new ModelAndView(
                form(request, problems, model, locale, result), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Nothing of offers: only the message tells, or whoever joined under another's address would read what became of it. */
    @GetMapping("/{token}")
    String place(
            @PathVariable String token,
            @RequestParam(required = false) Optional<String> joined,
            Model model,
            Locale locale) {
        Waiter waiter = links.waiter(token);
        model.addAttribute("token", token);
        model.addAttribute("offerMinutes", HoldKind.OFFER.toMinutes());
        model.addAttribute("joined", joined.isPresent());
        model.addAttribute("host", texts.host(waiter.wish(), locale));
        model.addAttribute("times", texts.times(waiter.wish(), locale));
        model.addAttribute("lastDay", waiter.wish().lastDay());
        model.addAttribute("zone", waiter.wish().zone());
        model.addAttribute("practiceZone", practice.zone());
        model.addAttribute(
                "ended",
                waiter.state() instanceof WaiterState.Ended ended
                        ? ended.reason().isShown() ? ended.reason().code() : "by-message"
                        : null);
        return "booking/wait-place";
    }

    @PostMapping("/{token}/leave")
    String leave(@PathVariable String token) {
        endWaiting.handle(new LeaveWaitList(links.waiter(token).id()));
        return "redirect:/wait-list/" + token;
    }

    private String form(
            UUID request, List<FieldProblem> wishProblems, Model model, Locale locale, BindingResult personResult) {
        List<FieldProblem> all = new ArrayList<>(wishProblems);
        personResult
                .getFieldErrors()
                .forEach(error -> all.add(new FieldProblem(error.getField(), messages.getMessage(error, locale))));
        return form(request, all, model, locale);
    }

    private String form(UUID request, List<FieldProblem> problems, Model model, Locale locale) {
        choices.addTo(model, locale);
        model.addAttribute("offerMinutes", HoldKind.OFFER.toMinutes());
        model.addAttribute("requestId", request);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "wrong",
                problems.stream()
                        .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, _) -> first)));
        model.addAttribute("hosts", texts.hosts(locale));
        model.addAttribute("weekdayOptions", texts.weekdays(locale));
        model.addAttribute("partOptions", texts.parts(locale));
        return "booking/wait-list";
    }
}
