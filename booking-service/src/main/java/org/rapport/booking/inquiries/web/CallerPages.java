package org.rapport.booking.inquiries.web;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.application.ReceiveInquiry;
import org.rapport.booking.inquiries.application.ReceiveInquiryHandler;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.PersonCheck;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.domain.PhoneEntry;
import org.rapport.booking.inquiries.domain.ReceiptDecision;
import org.rapport.booking.inquiries.domain.Wish;
import org.rapport.web.Option;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
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

/** Somebody phones: staff enter them while they are on the line. */
@Controller
@RequestMapping("/staff/inquiries")
class CallerPages {

    /** In which the text of the consent is read to the person. */
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.of("es"));

    private final ReceiveInquiryHandler receiveInquiry;
    private final Inquiries inquiries;
    private final EnteredInquiries entered;
    private final PersonRules rules;
    private final PersonChoices choices;
    private final MessageSource messages;
    private final Practice practice;
    private final Clock clock;

    CallerPages(
            ReceiveInquiryHandler receiveInquiry,
            Inquiries inquiries,
            EnteredInquiries entered,
            PersonRules rules,
            PersonChoices choices,
            MessageSource messages,
            Practice practice,
            Clock clock) {
        this.receiveInquiry = receiveInquiry;
        this.inquiries = inquiries;
        this.entered = entered;
        this.rules = rules;
        this.choices = choices;
        this.messages = messages;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView ask(Model model, Locale locale) {
        model.addAttribute("caller", CallerForm.empty(practice.zone().getId()));
        return form(UUID.randomUUID(), model, locale, HttpStatus.OK);
    }

    @PostMapping("/new")
    ModelAndView enter(
            @ModelAttribute("caller") CallerForm form,
            BindingResult result,
            @RequestParam(defaultValue = "") String requestId,
            Staff staff,
            Model model,
            Locale locale) {
        UUID request = RequestIds.parse(requestId)
                .orElseThrow(() -> new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request"));
        Optional<Wish> wish = form.wished();
        PersonCheck check = rules.check(form.answers(), wish.orElse(Wish.NOTHING_YET));
        if (wish.isEmpty()) {
            result.rejectValue("wish", "booking.caller.fault.wish-missing");
        }
        return switch (check) {
            case PersonCheck.Rejected(var faults) -> {
                CallerForm.reject(faults, result);
                yield form(request, model, locale, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case PersonCheck.Accepted _
            when wish.isEmpty() -> form(request, model, locale, HttpStatus.UNPROCESSABLE_CONTENT);
            case PersonCheck.Accepted(Person person) ->
                new ModelAndView("redirect:" + enter(request, person, new PhoneEntry(staff.id(), wish.orElseThrow())));
        };
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String notice, Staff staff, Model model) {
        Inquiry inquiry = entered.find(id, staff);
        PhoneEntry entry = inquiry.entry();
        model.addAttribute("id", id);
        model.addAttribute("person", inquiry.person());
        model.addAttribute("phone", PersonTexts.phone(inquiry.person()));
        model.addAttribute("receivedAt", inquiry.receivedAt());
        model.addAttribute("zone", practice.zone());
        model.addAttribute("entry", entry);
        model.addAttribute("heardByMe", entry != null && entry.heardBy().equals(staff.id()));
        model.addAttribute("withoutQuestionnaire", entry != null && !entry.sendsQuestionnaire());
        model.addAttribute("notice", "known".equals(notice) ? notice : null);
        model.addAttribute("coordinator", staff.has(StaffRole.COORDINATOR));
        return "booking/caller";
    }

    @PostMapping("/{id}/questionnaire")
    String sendQuestionnaire(@PathVariable UUID id, Staff staff) {
        Inquiry inquiry = entered.find(id, staff);
        inquiries.wantQuestionnaire(inquiry.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return "redirect:/staff/inquiries/" + id;
    }

    /** What was sent first stays; who goes back and sends the form with something else in it is told so. */
    private String enter(UUID request, Person person, PhoneEntry entry) {
        InquiryId id = InquiryId.ofRequest(request);
        String page = "/staff/inquiries/" + id;
        return switch (receiveInquiry.handle(new ReceiveInquiry(id, InquiryPath.BY_PHONE, person, entry))) {
            case ReceiptDecision.Received _ -> entry.wish() == Wish.CALL ? page + "/call" : page;
            case ReceiptDecision.Refused _ -> page + "?notice=known";
        };
    }

    private ModelAndView form(UUID requestId, Model model, Locale locale, HttpStatus status) {
        choices.addTo(model, locale);
        model.addAttribute("requestId", requestId);
        model.addAttribute(
                "consents",
                SPOKEN.stream()
                        .map(spoken -> new Spoken(
                                spoken.getLanguage(),
                                messages.getMessage("booking.person.consent", new Object[] {practice.name()}, spoken)))
                        .toList());
        model.addAttribute(
                "wishes",
                Arrays.stream(Wish.values())
                        .map(wish -> new Option(
                                wish.code(),
                                messages.getMessage("booking.caller.wish." + wish.code(), null, locale),
                                messages.getMessage("booking.caller.wish." + wish.code() + ".hint", null, locale)))
                        .toList());
        return new ModelAndView("booking/caller-new", model.asMap(), status);
    }

    record Spoken(String language, String text) {}
}
