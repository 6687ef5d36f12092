package org.rapport.booking.calls.web;

import java.time.Clock;
import org.rapport.booking.calls.application.ConfirmCall;
import org.rapport.booking.calls.application.ConfirmCallHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.ConfirmationRules;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.web.Practice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Confirm a further call by the link in our message. GET only shows: programs that scan mails open every link. */
@Controller
@RequestMapping("/calls/confirm/{token}")
class ConfirmPages {

    private final CallLinks links;
    private final Hosts hosts;
    private final ConfirmCallHandler confirmCall;
    private final Companions companions;
    private final Practice practice;
    private final Clock clock;

    ConfirmPages(
            CallLinks links,
            Hosts hosts,
            ConfirmCallHandler confirmCall,
            Companions companions,
            Practice practice,
            Clock clock) {
        this.links = links;
        this.hosts = hosts;
        this.confirmCall = confirmCall;
        this.companions = companions;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String token, Model model) {
        Call call = links.toConfirm(token);
        if (!(call.state() instanceof CallState.Unconfirmed asked)) {
            return manage(call);
        }
        if (!ConfirmationRules.isOpen(call, clock.instant())) {
            return lapsed(call, model);
        }
        model.addAttribute("taken", false);
        return page(call, token, asked, model, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView confirm(@PathVariable String token, Model model) {
        Call call = links.toConfirm(token);
        return switch (confirmCall.handle(new ConfirmCall(call.id()))) {
            case CallDecision.Changed(Call booked, var _) -> manage(booked);
            case CallDecision.Unchanged(Call booked) -> manage(booked);
            // Perhaps since the call was read.
            case CallDecision.Refused(CallRefusal reason) when reason == CallRefusal.CALL_CANCELLED -> manage(call);
            case CallDecision.Refused(CallRefusal reason)
            when reason == CallRefusal.PERSON_BUSY && call.state() instanceof CallState.Unconfirmed asked -> {
                model.addAttribute("taken", true);
                yield page(call, token, asked, model, HttpStatus.CONFLICT);
            }
            case CallDecision.Refused _ -> lapsed(call, model);
        };
    }

    private ModelAndView page(Call call, String token, CallState.Unconfirmed asked, Model model, HttpStatus status) {
        model.addAttribute("token", token);
        model.addAttribute("call", shown(call));
        model.addAttribute("others", companions.of(call));
        model.addAttribute("until", asked.keptUntil());
        return new ModelAndView("booking/confirm", model.asMap(), status);
    }

    /** Whoever has this link reads the mails to the address, and may do there what a confirmed call allows. */
    private ModelAndView manage(Call call) {
        return new ModelAndView("redirect:/calls/" + links.token(call));
    }

    private ModelAndView lapsed(Call call, Model model) {
        model.addAttribute("call", shown(call));
        TimesPage.again(call, model);
        return new ModelAndView("booking/expired", model.asMap(), HttpStatus.GONE);
    }

    private ShownCall shown(Call call) {
        return ShownCall.of(call, hosts.name(call.hostId()), practice.zone());
    }
}
