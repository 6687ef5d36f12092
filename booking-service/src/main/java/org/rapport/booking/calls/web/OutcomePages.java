package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.rapport.booking.calls.application.NoteOutcome;
import org.rapport.booking.calls.application.NoteOutcomeHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallOutcome;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.OutcomeRules;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.web.Option;
import org.rapport.web.Staff;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How did the call go? Noted by whoever held it, or by a coordinator. */
@Controller
@RequestMapping("/staff/calls/{id}/outcome")
class OutcomePages {

    private final StaffCalls staffCalls;
    private final Inquiries inquiries;
    private final NoteOutcomeHandler noteOutcome;
    private final MessageSource messages;
    private final Clock clock;

    OutcomePages(
            StaffCalls staffCalls,
            Inquiries inquiries,
            NoteOutcomeHandler noteOutcome,
            MessageSource messages,
            Clock clock) {
        this.staffCalls = staffCalls;
        this.inquiries = inquiries;
        this.noteOutcome = noteOutcome;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID id, Staff staff, Model model, Locale locale) {
        return page(staffCalls.find(id, staff), staff, model, locale, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView note(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            Staff staff,
            Model model,
            Locale locale) {
        Call call = staffCalls.find(id, staff);
        Optional<CallOutcome> known = CallOutcome.ofCode(outcome);
        if (known.isEmpty()) {
            model.addAttribute("problem", messages.getMessage("booking.outcome.missing", null, locale));
            return page(call, staff, model, locale, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        CallRefusals.granted(noteOutcome.handle(new NoteOutcome(call.id(), known.get(), staff.id())));
        return new ModelAndView("redirect:" + back(call, staff));
    }

    private ModelAndView page(Call call, Staff staff, Model model, Locale locale, HttpStatus status) {
        List<Option> outcomes = Arrays.stream(CallOutcome.values())
                .map(one -> Option.of(one.code(), messages.getMessage("booking.outcome." + one.code(), null, locale)))
                .toList();
        model.addAttribute("id", call.id());
        model.addAttribute("start", call.time().start());
        model.addAttribute("zone", call.hostZone());
        Instant now = clock.instant();
        Instant until = OutcomeRules.correctableUntil(call);
        boolean past = !now.isBefore(until);
        model.addAttribute("until", past ? null : until);
        model.addAttribute("begun", !now.isBefore(call.time().start()));
        model.addAttribute(
                "settled",
                past && call.state() instanceof CallState.Ended ended
                        ? messages.getMessage(
                                "booking.outcome." + ended.outcome().code(), null, locale)
                        : null);
        model.addAttribute(
                "person",
                inquiries.find(call.inquiryId()).orElseThrow().person().name());
        model.addAttribute("outcomes", outcomes);
        model.addAttribute(
                "noted",
                call.state() instanceof CallState.Ended ended
                        ? List.of(ended.outcome().code())
                        : List.of());
        model.addAttribute("back", back(call, staff));
        return new ModelAndView("booking/outcome", model.asMap(), status);
    }

    private static String back(Call call, Staff staff) {
        return StaffCalls.isOwn(call, staff) ? "/staff/calls#" + call.id() : "/staff/referrals/" + call.inquiryId();
    }
}
