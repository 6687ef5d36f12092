package org.rapport.booking.calls.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.ChooseCall;
import org.rapport.booking.calls.application.ChooseCallHandler;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.BundleDecision;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.hosts.domain.Hosts;
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

/** Choose one of the therapists whose calls were booked together, by the signed link of any of the calls. GET only shows. */
@Controller
@RequestMapping("/calls/{token}/choice")
class ChoicePages {

    private final CallLinks links;
    private final Hosts hosts;
    private final ChooseCallHandler chooseCall;
    private final MessageSource messages;
    private final Practice practice;

    ChoicePages(CallLinks links, Hosts hosts, ChooseCallHandler chooseCall, MessageSource messages, Practice practice) {
        this.links = links;
        this.hosts = hosts;
        this.chooseCall = chooseCall;
        this.messages = messages;
        this.practice = practice;
    }

    @GetMapping
    ModelAndView choice(@PathVariable String token, Model model) {
        return page(token, null, HttpStatus.OK, model);
    }

    /** @param call number of the call that is chosen */
    @PostMapping
    ModelAndView choose(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String call,
            Model model,
            Locale locale) {
        Bundle bundle = links.bundle(token);
        Optional<Call> wanted = bundle.calls().stream()
                .filter(one -> String.valueOf(one.id().number()).equals(call))
                .findFirst();
        if (wanted.isEmpty()) {
            String problem = messages.getMessage("booking.choice.missing", null, locale);
            return page(token, problem, HttpStatus.UNPROCESSABLE_CONTENT, model);
        }
        BundleDecision decision = chooseCall.handle(new ChooseCall(wanted.get().id()));
        if (decision instanceof BundleDecision.Refused(CallRefusal reason)) {
            throw CallRefusals.of(reason);
        }
        return new ModelAndView("redirect:/calls/" + token + "/choice");
    }

    private ModelAndView page(String token, @Nullable String problem, HttpStatus status, Model model) {
        Bundle bundle = links.bundle(token);
        model.addAttribute("token", token);
        model.addAttribute("problem", problem);
        model.addAttribute("calls", bundle.calls().stream().map(this::row).toList());
        model.addAttribute(
                "chosen",
                Optional.ofNullable(bundle.chosen())
                        .map(id -> row(bundle.call(id)))
                        .orElse(null));
        model.addAttribute("practiceZone", practice.zone());
        return new ModelAndView("booking/choice", model.asMap(), status);
    }

    private Row row(Call call) {
        return new Row(
                call.id().number(),
                hosts.name(call.hostId()),
                call.time().start(),
                call.clientZone(),
                call.state() instanceof CallState.Cancelled);
    }

    record Row(int number, String name, Instant start, ZoneId zone, boolean cancelled) {}
}
