package org.rapport.booking.calls.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.BookCall;
import org.rapport.booking.calls.application.BookCallHandler;
import org.rapport.booking.calls.application.ExtendHold;
import org.rapport.booking.calls.application.ExtendHoldHandler;
import org.rapport.booking.calls.application.KeepDraft;
import org.rapport.booking.calls.application.KeepDraftHandler;
import org.rapport.booking.calls.application.ReleaseHold;
import org.rapport.booking.calls.application.ReleaseHoldHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.PersonAnswers;
import org.rapport.booking.inquiries.domain.PersonCheck;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.web.IntakeLinks;
import org.rapport.booking.inquiries.web.PersonChoices;
import org.rapport.booking.inquiries.web.PersonForm;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.web.Practice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** From the held time to the booked call: about you, check, done. */
@Controller
@RequestMapping("/book/{token}")
class HoldPages {

    private final Calls calls;
    private final Hosts hosts;
    private final Inquiries inquiries;
    private final KeepDraftHandler keepDraft;
    private final ExtendHoldHandler extendHold;
    private final ReleaseHoldHandler releaseHold;
    private final BookCallHandler bookCall;
    private final PersonRules rules;
    private final PersonChoices choices;
    private final IntakeLinks intakeLinks;
    private final Companions companions;
    private final Practice practice;
    private final Clock clock;

    HoldPages(
            Calls calls,
            Hosts hosts,
            Inquiries inquiries,
            KeepDraftHandler keepDraft,
            ExtendHoldHandler extendHold,
            ReleaseHoldHandler releaseHold,
            BookCallHandler bookCall,
            PersonRules rules,
            PersonChoices choices,
            IntakeLinks intakeLinks,
            Companions companions,
            Practice practice,
            Clock clock) {
        this.calls = calls;
        this.hosts = hosts;
        this.inquiries = inquiries;
        this.keepDraft = keepDraft;
        this.extendHold = extendHold;
        this.releaseHold = releaseHold;
        this.bookCall = bookCall;
        this.rules = rules;
        this.choices = choices;
        this.intakeLinks = intakeLinks;
        this.companions = companions;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping("/you")
    ModelAndView you(@PathVariable String token, Model model, Locale locale) {
        Call call = held(token);
        return whileHeld(call, token, model, hold -> {
            model.addAttribute(
                    "person",
                    hold.draft() == null
                            ? PersonForm.empty(call.clientZone().getId(), locale.getLanguage())
                            : PersonForm.of(hold.draft()));
            return youPage(call, token, model, locale, HttpStatus.OK);
        });
    }

    @PostMapping("/you")
    ModelAndView you(
            @PathVariable String token,
            @ModelAttribute("person") PersonForm person,
            BindingResult result,
            Model model,
            Locale locale) {
        Call call = held(token);
        if (rules.check(person.answers()) instanceof PersonCheck.Rejected(var faults)
                && call.state() instanceof CallState.Held
                && !call.isOver(clock.instant())) {
            PersonForm.reject(faults, result);
            return youPage(call, token, model, locale, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return follow(keepDraft.handle(new KeepDraft(read(token), person.answers())), token, "check", model);
    }

    @PostMapping("/extension")
    ModelAndView extend(@PathVariable String token, Model model) {
        CallDecision decision = extendHold.handle(new ExtendHold(read(token), null));
        boolean twice = decision.equals(new CallDecision.Refused(CallRefusal.ALREADY_EXTENDED));
        return twice ? redirect(token, "you") : follow(decision, token, "you", model);
    }

    @PostMapping("/release")
    ModelAndView release(@PathVariable String token, Model model) {
        Call call = held(token);
        CallDecision decision = releaseHold.handle(new ReleaseHold(read(token)));
        if (decision instanceof CallDecision.Refused) {
            return follow(decision, token, "done", model);
        }
        return new ModelAndView("redirect:" + TimesPage.address(call));
    }

    @GetMapping("/check")
    ModelAndView check(@PathVariable String token, Model model, Locale locale) {
        Call call = held(token);
        return whileHeld(
                call,
                token,
                model,
                hold -> drafted(hold.draft())
                        .map(person -> {
                            show(call, token, model, locale);
                            model.addAttribute("person", person);
                            model.addAttribute("phone", PersonTexts.phone(person));
                            model.addAttribute(
                                    "channels",
                                    person.channels().stream().sorted().toList());
                            return new ModelAndView("booking/check", model.asMap());
                        })
                        .orElseGet(() -> redirect(token, "you")));
    }

    @PostMapping("/check")
    ModelAndView book(@PathVariable String token, Model model) {
        return whileHeld(
                held(token),
                token,
                model,
                hold -> drafted(hold.draft())
                        .map(person -> follow(bookCall.handle(new BookCall(read(token), person)), token, "done", model))
                        .orElseGet(() -> redirect(token, "you")));
    }

    @GetMapping("/done")
    ModelAndView done(@PathVariable String token, Model model, Locale locale) {
        Call call = held(token);
        return switch (call.state()) {
            case CallState.Held _ -> redirect(token, "you");
            case CallState.Released _ -> expired(call, model);
            case CallState.Booked _,
                    CallState.Doubled _,
                    CallState.Unconfirmed _,
                    CallState.Ended _,
                    CallState.Cancelled _ -> donePage(call, token, model, locale);
        };
    }

    /** What can be done with a hold while there is one; else the page its state leads to. */
    private ModelAndView whileHeld(Call call, String token, Model model, Function<CallState.Held, ModelAndView> page) {
        return switch (call.state()) {
            case CallState.Booked _,
                    CallState.Doubled _,
                    CallState.Unconfirmed _,
                    CallState.Ended _,
                    CallState.Cancelled _ -> redirect(token, "done");
            case CallState.Released _ -> expired(call, model);
            case CallState.Held _ when call.isOver(clock.instant()) -> expired(call, model);
            case CallState.Held hold -> page.apply(hold);
        };
    }

    /**
     * One page whether the call is booked or the person is in another one then, and whatever became of it: only the
     * message tells which, and has the link. Nor whether texts go beside the mail, which would tell that a phone had many.
     */
    private ModelAndView donePage(Call call, String token, Model model, Locale locale) {
        show(call, token, model, locale);
        Inquiry inquiry = inquiryOf(call);
        Person person = inquiry.person();
        model.addAttribute("phone", PersonTexts.phone(person));
        model.addAttribute("email", person.channels().contains(Channel.EMAIL));
        model.addAttribute("intakeUrl", intakeLinks.url(call.inquiryId(), inquiry.receivedAt()));
        return new ModelAndView("booking/done", model.asMap());
    }

    private ModelAndView youPage(Call call, String token, Model model, Locale locale, HttpStatus status) {
        show(call, token, model, locale);
        choices.addTo(model, locale);
        return new ModelAndView("booking/you", model.asMap(), status);
    }

    private void show(Call call, String token, Model model, Locale locale) {
        model.addAttribute("token", token);
        model.addAttribute("call", ShownCall.of(call, hosts.name(call.hostId()), practice.zone()));
        model.addAttribute("others", companions.of(call));
        model.addAttribute("locale", locale);
        if (call.state() instanceof CallState.Held hold) {
            model.addAttribute("expiresAt", hold.expiresAt());
            model.addAttribute("extended", hold.extended());
        }
    }

    /** On to the next page, or to the page that says why not. */
    private ModelAndView follow(CallDecision decision, String token, String next, Model model) {
        return switch (decision) {
            case CallDecision.Changed _, CallDecision.Unchanged _ -> redirect(token, next);
            case CallDecision.Refused refused -> refused(refused.reason(), token, model);
        };
    }

    private ModelAndView refused(CallRefusal reason, String token, Model model) {
        return switch (reason) {
            case HOLD_EXPIRED -> expired(held(token), model);
            case ALREADY_BOOKED, CALL_CANCELLED -> redirect(token, "done");
            case UNKNOWN_LINK,
                    PERSON_BUSY,
                    ALREADY_EXTENDED,
                    ALREADY_CHOSEN,
                    NOT_BOOKED,
                    CALL_CHANGED,
                    TOO_LATE,
                    TOO_EARLY,
                    OUTCOME_FINAL -> throw CallRefusals.of(reason);
        };
    }

    private ModelAndView expired(Call call, Model model) {
        model.addAttribute("call", ShownCall.of(call, hosts.name(call.hostId()), practice.zone()));
        TimesPage.again(call, model);
        return new ModelAndView("booking/expired", model.asMap(), HttpStatus.GONE);
    }

    private static ModelAndView redirect(String token, String page) {
        return new ModelAndView("redirect:/book/" + token + "/" + page);
    }

    private Optional<Person> drafted(@Nullable PersonAnswers draft) {
        return draft != null && rules.check(draft) instanceof PersonCheck.Accepted(Person person)
                ? Optional.of(person)
                : Optional.empty();
    }

    /** A call is never booked before its person is in the queue. */
    private Inquiry inquiryOf(Call call) {
        return inquiries.find(call.inquiryId()).orElseThrow();
    }

    private Call held(String token) {
        return calls.heldBy(read(token)).orElseThrow(() -> CallRefusals.of(CallRefusal.UNKNOWN_LINK));
    }

    private static HoldToken read(String token) {
        return HoldToken.parse(token).orElseThrow(() -> CallRefusals.of(CallRefusal.UNKNOWN_LINK));
    }
}
