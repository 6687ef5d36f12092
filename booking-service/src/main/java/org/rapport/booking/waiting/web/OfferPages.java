package org.rapport.booking.waiting.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.rapport.booking.calls.application.BookCall;
import org.rapport.booking.calls.application.BookCallHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.booking.waiting.application.LetGo;
import org.rapport.booking.waiting.application.LetGoHandler;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.web.Practice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * A time kept for somebody who waited: take it, or let it go. Whoever has the link is who it was sent to, and what they
 * told us when they joined is all that booking asks. GET only shows: programs that scan mails open every link.
 */
@Controller
@RequestMapping("/wait-list/offers/{token}")
class OfferPages {

    private final Calls calls;
    private final Hosts hosts;
    private final Inquiries inquiries;
    private final Waiters waiters;
    private final BookCallHandler bookCall;
    private final LetGoHandler letGo;
    private final WaitLinks links;
    private final Practice practice;
    private final Clock clock;

    OfferPages(
            Calls calls,
            Hosts hosts,
            Inquiries inquiries,
            Waiters waiters,
            BookCallHandler bookCall,
            LetGoHandler letGo,
            WaitLinks links,
            Practice practice,
            Clock clock) {
        this.calls = calls;
        this.hosts = hosts;
        this.inquiries = inquiries;
        this.waiters = waiters;
        this.bookCall = bookCall;
        this.letGo = letGo;
        this.links = links;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView offer(@PathVariable String token, Model model) {
        Call call = offered(token);
        Waiter waiter = waiterOf(call);
        return switch (call.state()) {
            case CallState.Booked _,
                    CallState.Doubled _,
                    CallState.Unconfirmed _,
                    CallState.Ended _,
                    CallState.Cancelled _ -> done(token);
            case CallState.Held held
            when !call.isOver(clock.instant()) -> {
                Person person = personOf(call);
                show(call, waiter, model);
                model.addAttribute("token", token);
                model.addAttribute("until", held.expiresAt());
                model.addAttribute("person", person);
                model.addAttribute("phone", PersonTexts.phone(person));
                yield new ModelAndView("booking/wait-offer", model.asMap());
            }
            case CallState.Held _, CallState.Released _ -> passed(call, waiter, HttpStatus.GONE, model);
        };
    }

    @PostMapping
    ModelAndView take(@PathVariable String token, Model model) {
        Call call = offered(token);
        Waiter waiter = waiterOf(call);
        return switch (bookCall.handle(new BookCall(read(token), personOf(call), false))) {
            case CallDecision.Changed _, CallDecision.Unchanged _ -> done(token);
            case CallDecision.Refused(CallRefusal reason)
            when reason == CallRefusal.HOLD_EXPIRED -> passed(call, waiter, HttpStatus.GONE, model);
            case CallDecision.Refused _ -> done(token);
        };
    }

    @PostMapping("/release")
    ModelAndView release(@PathVariable String token, Model model) {
        Call call = offered(token);
        return switch (letGo.handle(new LetGo(read(token)))) {
            case CallDecision.Changed _, CallDecision.Unchanged _ -> passed(call, waiterOf(call), HttpStatus.OK, model);
            case CallDecision.Refused _ -> done(token);
        };
    }

    private ModelAndView passed(Call call, Waiter waiter, HttpStatus status, Model model) {
        show(call, waiter, model);
        model.addAttribute(
                "inLine", waiters.find(waiter.id()).filter(this::isInLine).isPresent());
        model.addAttribute("letGo", status == HttpStatus.OK);
        return new ModelAndView("booking/wait-passed", model.asMap(), status);
    }

    private boolean isInLine(Waiter waiter) {
        return waiter.isFree() || waiter.offer().isPresent();
    }

    private void show(Call call, Waiter waiter, Model model) {
        model.addAttribute("call", shown(call));
        model.addAttribute("place", links.address(waiter));
    }

    private ShownTime shown(Call call) {
        String host = hosts.name(call.hostId());
        long minutes = Duration.between(call.time().start(), call.time().end()).toMinutes();
        return new ShownTime(host, call.time().start(), minutes, call.clientZone(), practice.zone());
    }

    private static ModelAndView done(String token) {
        return new ModelAndView("redirect:/book/" + token + "/done");
    }

    private Person personOf(Call call) {
        return inquiries.find(call.inquiryId()).map(Inquiry::person).orElseThrow(WaitLinks::unknown);
    }

    /** A hold that nobody waited for has no waiter, and its link opens nothing here. */
    private Waiter waiterOf(Call call) {
        return waiters.find(WaiterId.of(call.inquiryId())).orElseThrow(WaitLinks::unknown);
    }

    private Call offered(String token) {
        return calls.heldBy(read(token)).orElseThrow(WaitLinks::unknown);
    }

    private static HoldToken read(String token) {
        return HoldToken.parse(token).orElseThrow(WaitLinks::unknown);
    }

    record ShownTime(String hostName, Instant start, long minutes, ZoneId zone, ZoneId practiceZone) {}
}
