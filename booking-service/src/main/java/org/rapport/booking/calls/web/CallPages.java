package org.rapport.booking.calls.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.CancelCall;
import org.rapport.booking.calls.application.CancelCallHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.web.Option;
import org.rapport.web.Practice;
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

/** See and cancel a call by its signed link; {@link MovePages} move it. GET only shows: programs that scan mails open every link. */
@Controller
@RequestMapping("/calls/{token}")
class CallPages {

    private final CallLinks links;
    private final Hosts hosts;
    private final Inquiries inquiries;
    private final CancelCallHandler cancelCall;
    private final MessageSource messages;
    private final Practice practice;
    private final Clock clock;

    CallPages(
            CallLinks links,
            Hosts hosts,
            Inquiries inquiries,
            CancelCallHandler cancelCall,
            MessageSource messages,
            Practice practice,
            Clock clock) {
        this.links = links;
        this.hosts = hosts;
        this.inquiries = inquiries;
        this.cancelCall = cancelCall;
        this.messages = messages;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping
    String call(@PathVariable String token, @RequestParam(required = false) @Nullable String moved, Model model) {
        show(links.call(token), token, model);
        model.addAttribute("moved", moved != null);
        return "booking/call";
    }

    @GetMapping("/cancel")
    ModelAndView confirm(@PathVariable String token, Model model, Locale locale) {
        return isChangeable(links.call(token))
                ? confirmPage(token, model, locale, HttpStatus.OK)
                : new ModelAndView("redirect:/calls/" + token);
    }

    @PostMapping("/cancel")
    ModelAndView cancel(
            @PathVariable String token, @RequestParam(defaultValue = "") String reason, Model model, Locale locale) {
        Call call = links.call(token);
        Optional<CancelReason> known = CancelReason.ofCode(reason);
        if (known.isEmpty()) {
            model.addAttribute("problem", messages.getMessage("booking.cancel.reason.missing", null, locale));
            return confirmPage(token, model, locale, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        CallRefusals.granted(cancelCall.handle(new CancelCall(call.id(), known.get())));
        return new ModelAndView("redirect:/calls/" + token);
    }

    private ModelAndView confirmPage(String token, Model model, Locale locale, HttpStatus status) {
        show(links.call(token), token, model);
        List<Option> reasons = CancelReason.given().stream()
                .map(reason -> Option.of(
                        reason.code(), messages.getMessage("booking.cancel.reason." + reason.code(), null, locale)))
                .toList();
        model.addAttribute("reasons", reasons);
        return new ModelAndView("booking/cancel", model.asMap(), status);
    }

    private void show(Call call, String token, Model model) {
        String hostName = hosts.name(call.hostId());
        Inquiry inquiry = inquiries.find(call.inquiryId()).orElseThrow();
        model.addAttribute("phone", PersonTexts.phone(inquiry.person()));
        model.addAttribute("token", token);
        model.addAttribute("call", ShownCall.of(call, hostName, practice.zone()));
        model.addAttribute("changeable", isChangeable(call));
        model.addAttribute("together", call.id().isInBundle());
    }

    private boolean isChangeable(Call call) {
        return call.isChangeable(Mover.CLIENT, clock.instant());
    }
}
