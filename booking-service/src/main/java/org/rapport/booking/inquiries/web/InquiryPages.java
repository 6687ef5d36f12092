package org.rapport.booking.inquiries.web;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.rapport.booking.inquiries.application.ReceiveInquiry;
import org.rapport.booking.inquiries.application.ReceiveInquiryHandler;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.PersonCheck;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.domain.ReceiptDecision;
import org.rapport.web.LinkVerdict;
import org.rapport.web.Practice;
import org.rapport.web.PublicUrls;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The front door, "please call me" and "questionnaire first". */
@Controller
class InquiryPages {

    private final ReceiveInquiryHandler receiveInquiry;
    private final PersonRules rules;
    private final PersonChoices choices;
    private final IntakeLinks intakeLinks;
    private final SignedLinks links;
    private final PublicUrls urls;
    private final Practice practice;
    private final Clock clock;

    InquiryPages(
            ReceiveInquiryHandler receiveInquiry,
            PersonRules rules,
            PersonChoices choices,
            IntakeLinks intakeLinks,
            SignedLinks links,
            PublicUrls urls,
            Practice practice,
            Clock clock) {
        this.receiveInquiry = receiveInquiry;
        this.rules = rules;
        this.choices = choices;
        this.intakeLinks = intakeLinks;
        this.links = links;
        this.urls = urls;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping("/")
    String frontDoor() {
        return "booking/front-door";
    }

    @GetMapping("/call-me")
    String callMe(@RequestParam(defaultValue = "") String zone, Model model, Locale locale) {
        return form(Door.CALL_ME, zone, model, locale);
    }

    @PostMapping("/call-me")
    ModelAndView callMe(
            @ModelAttribute("person") PersonForm person,
            BindingResult result,
            @RequestParam(defaultValue = "") String requestId,
            Model model,
            Locale locale) {
        return receive(Door.CALL_ME, person, result, requestId, model, locale);
    }

    @GetMapping("/start")
    String start(@RequestParam(defaultValue = "") String zone, Model model, Locale locale) {
        return form(Door.START, zone, model, locale);
    }

    @PostMapping("/start")
    ModelAndView start(
            @ModelAttribute("person") PersonForm person,
            BindingResult result,
            @RequestParam(defaultValue = "") String requestId,
            Model model,
            Locale locale) {
        return receive(Door.START, person, result, requestId, model, locale);
    }

    @GetMapping("/call-me/{token}/done")
    String callMeDone(@PathVariable String token, Model model) {
        return done(Door.CALL_ME, token, model);
    }

    @GetMapping("/start/{token}/done")
    String startDone(@PathVariable String token, Model model) {
        return done(Door.START, token, model);
    }

    private String form(Door door, String zone, Model model, Locale locale) {
        String guessed = PersonRules.zone(zone).orElse(practice.zone()).getId();
        model.addAttribute("person", PersonForm.empty(guessed, locale.getLanguage()));
        return form(door, UUID.randomUUID(), model, locale);
    }

    private String form(Door door, UUID requestId, Model model, Locale locale) {
        choices.addTo(model, locale);
        model.addAttribute("requestId", requestId);
        model.addAttribute("door", door);
        return "booking/inquiry";
    }

    private ModelAndView receive(
            Door door, PersonForm form, BindingResult result, String requestId, Model model, Locale locale) {
        UUID request = RequestIds.parse(requestId)
                .orElseThrow(() -> new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request"));
        return switch (rules.check(form.answers())) {
            case PersonCheck.Rejected(var faults) -> {
                PersonForm.reject(faults, result);
                String view = form(door, request, model, locale);
                yield new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case PersonCheck.Accepted(Person person) ->
                new ModelAndView("redirect:" + doneAddress(door, InquiryId.ofRequest(request), person));
        };
    }

    private String doneAddress(Door door, InquiryId id, Person person) {
        Inquiry inquiry = switch (receiveInquiry.handle(new ReceiveInquiry(id, door.path, person))) {
            case ReceiptDecision.Received(Inquiry received) -> received;
            case ReceiptDecision.Refused _ -> throw new RefusedRequest(HttpStatus.CONFLICT, "already-sent");
        };
        return door.address + "/" + intakeLinks.token(inquiry.id(), inquiry.receivedAt()) + "/done";
    }

    private String done(Door door, String token, Model model) {
        return switch (links.verify(token, IntakeLinks.PURPOSE, clock.instant())) {
            case LinkVerdict.Valid _ -> {
                model.addAttribute("door", door);
                model.addAttribute("intakeUrl", urls.intake(token));
                yield "booking/inquiry-done";
            }
            case LinkVerdict.Expired _ -> throw new RefusedRequest(HttpStatus.GONE, "link-expired");
            case LinkVerdict.Invalid _ -> throw new RefusedRequest(HttpStatus.NOT_FOUND, "unknown-link");
        };
    }

    /** A door that makes an inquiry without a call. */
    enum Door {
        CALL_ME(InquiryPath.CALL_ME_BACK, "/call-me", "call-me"),
        START(InquiryPath.QUESTIONNAIRE_FIRST, "/start", "start");

        private final InquiryPath path;
        private final String address;
        private final String texts;

        Door(InquiryPath path, String address, String texts) {
            this.path = path;
            this.address = address;
            this.texts = texts;
        }

        public String address() {
            return address;
        }

        /** Part of the keys of its messages. */
        public String texts() {
            return texts;
        }
    }
}
