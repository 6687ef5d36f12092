package org.rapport.booking.inquiries.web;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;
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

    private static final String DOOR = "/{door:call-me|start}";

    private final ReceiveInquiryHandler receiveInquiry;
    private final PersonRules rules;
    private final PersonChoices choices;
    private final IntakeLinks intakeLinks;
    private final SignedLinks links;
    private final Practices practices;
    private final Practice practice;
    private final Clock clock;

    InquiryPages(
            ReceiveInquiryHandler receiveInquiry,
            PersonRules rules,
            PersonChoices choices,
            IntakeLinks intakeLinks,
            SignedLinks links,
            Practices practices,
            Practice practice,
            Clock clock) {
        this.receiveInquiry = receiveInquiry;
        this.rules = rules;
        this.choices = choices;
        this.intakeLinks = intakeLinks;
        this.links = links;
        this.practices = practices;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping("/")
    String frontDoor(Model model) {
        PracticeSettings settings = practices.current();
        model.addAttribute(
                "coordinatorMinutes",
                settings.offeredBy(HostRole.COORDINATOR).length().toMinutes());
        model.addAttribute(
                "therapistMinutes",
                settings.offeredBy(HostRole.THERAPIST).length().toMinutes());
        return "booking/front-door";
    }

    @GetMapping(DOOR)
    String form(@PathVariable String door, @RequestParam(defaultValue = "") String zone, Model model, Locale locale) {
        String guessed = PersonRules.zone(zone).orElse(practice.zone()).getId();
        model.addAttribute("person", PersonForm.empty(guessed, locale.getLanguage()));
        return form(Door.at(door), UUID.randomUUID(), model, locale);
    }

    @PostMapping(DOOR)
    ModelAndView receive(
            @PathVariable String door,
            @ModelAttribute("person") PersonForm form,
            BindingResult result,
            @RequestParam(defaultValue = "") String requestId,
            Model model,
            Locale locale) {
        UUID request = RequestIds.parse(requestId)
                .orElseThrow(() -> new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request"));
        return switch (rules.check(form.answers(), Door.at(door).path)) {
            case PersonCheck.Rejected(var faults) -> {
                PersonForm.reject(faults, result);
                String view = form(Door.at(door), request, model, locale);
                yield new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case PersonCheck.Accepted(Person person) ->
                new ModelAndView("redirect:" + doneAddress(Door.at(door), InquiryId.ofRequest(request), person));
        };
    }

    @GetMapping(DOOR + "/{token}/done")
    String done(@PathVariable String door, @PathVariable String token, Model model) {
        return switch (links.verify(token, IntakeLinks.LINK.purpose(), clock.instant())) {
            case LinkVerdict.Valid _ -> {
                model.addAttribute("door", Door.at(door));
                model.addAttribute("intakeUrl", intakeLinks.url(token));
                yield "booking/inquiry-done";
            }
            case LinkVerdict.Expired _ -> throw new RefusedRequest(HttpStatus.GONE, "link-expired");
            case LinkVerdict.Invalid _ -> throw new RefusedRequest(HttpStatus.NOT_FOUND, "unknown-link");
        };
    }

    private String form(Door door, UUID requestId, Model model, Locale locale) {
        choices.addTo(model, locale);
        model.addAttribute("requestId", requestId);
        model.addAttribute("door", door);
        return "booking/inquiry";
    }

    private String doneAddress(Door door, InquiryId id, Person person) {
        Inquiry inquiry = switch (receiveInquiry.handle(new ReceiveInquiry(id, door.path, person))) {
            case ReceiptDecision.Received(Inquiry received) -> received;
            case ReceiptDecision.Refused _ -> throw new RefusedRequest(HttpStatus.CONFLICT, "already-sent");
        };
        return door.address() + "/" + intakeLinks.token(inquiry.id(), inquiry.receivedAt()) + "/done";
    }

    /** A door that makes an inquiry without a call. */
    enum Door {
        CALL_ME(InquiryPath.CALL_ME_BACK, "call-me"),
        START(InquiryPath.QUESTIONNAIRE_FIRST, "start");

        private final InquiryPath path;
        private final String segment;

        Door(InquiryPath path, String segment) {
            this.path = path;
            this.segment = segment;
        }

        static Door at(String segment) {
            return CALL_ME.segment.equals(segment) ? CALL_ME : START;
        }

        public String address() {
            return "/" + segment;
        }

        /** Part of the keys of its messages. */
        public String texts() {
            return segment;
        }
    }
}
