package org.rapport.booking.waiting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.waiting.application.EndWaitingHandler;
import org.rapport.booking.waiting.application.RemoveWaiter;
import org.rapport.booking.waiting.domain.EndReason;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.WaiterState;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.web.Option;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
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

/** Who waits for what and since when, and which times are offered now. */
@Controller
@RequestMapping("/staff/wait-list")
class StaffWaitListPages {

    private final Waiters waiters;
    private final Inquiries inquiries;
    private final Hosts hosts;
    private final EndWaitingHandler endWaiting;
    private final WishTexts texts;
    private final MessageSource messages;
    private final Practice practice;

    StaffWaitListPages(
            Waiters waiters,
            Inquiries inquiries,
            Hosts hosts,
            EndWaitingHandler endWaiting,
            WishTexts texts,
            MessageSource messages,
            Practice practice) {
        this.waiters = waiters;
        this.inquiries = inquiries;
        this.hosts = hosts;
        this.endWaiting = endWaiting;
        this.texts = texts;
        this.messages = messages;
        this.practice = practice;
    }

    @GetMapping
    String list(Staff staff, Model model, Locale locale) {
        model.addAttribute("zone", practice.zone());
        model.addAttribute("coordinator", staff.has(StaffRole.COORDINATOR));
        model.addAttribute(
                "waiters",
                waiters.listed().stream().map(waiter -> row(waiter, locale)).toList());
        return "booking/staff-wait-list";
    }

    @GetMapping("/{id}/removal")
    ModelAndView ask(@PathVariable UUID id, Model model, Locale locale) {
        return removal(inLine(id), null, model, locale, HttpStatus.OK);
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Staff staff,
            Model model,
            Locale locale) {
        Waiter waiter = waiters.find(new WaiterId(id)).orElseThrow(RefusedRequest::notFound);
        Optional<EndReason> known = EndReason.ofStaff(reason);
        if (known.isEmpty()) {
            String problem = messages.getMessage("booking.wait.removal.missing", null, locale);
            return removal(waiter, problem, model, locale, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        endWaiting.handle(new RemoveWaiter(waiter.id(), known.get(), staff.id()));
        return new ModelAndView("redirect:/staff/wait-list");
    }

    private ModelAndView removal(
            Waiter waiter, @Nullable String problem, Model model, Locale locale, HttpStatus status) {
        List<Option> reasons = EndReason.OF_STAFF.stream()
                .map(reason -> Option.of(
                        reason.code(), messages.getMessage("booking.wait.end." + reason.code(), null, locale)))
                .toList();
        model.addAttribute("id", waiter.id());
        model.addAttribute("name", name(waiter));
        model.addAttribute("problem", problem);
        model.addAttribute("reasons", reasons);
        return new ModelAndView("booking/staff-wait-removal", model.asMap(), status);
    }

    private Waiter inLine(UUID id) {
        return waiters.find(new WaiterId(id))
                .filter(waiter -> !(waiter.state() instanceof WaiterState.Ended))
                .orElseThrow(RefusedRequest::notFound);
    }

    private WaiterRow row(Waiter waiter, Locale locale) {
        return new WaiterRow(
                waiter.id().toString(),
                waiter.inquiryId().toString(),
                name(waiter),
                waiter.joinedAt(),
                texts.host(waiter.wish(), locale),
                texts.times(waiter.wish(), locale),
                waiter.wish().lastDay(),
                waiter.wish().zone(),
                waiter.offer().map(this::open).orElse(null),
                waiter.state() instanceof WaiterState.Unheard);
    }

    private OpenOffer open(Offer offer) {
        String host = hosts.name(offer.host());
        return new OpenOffer(host, offer.time().start(), offer.until());
    }

    private String name(Waiter waiter) {
        return inquiries.find(waiter.inquiryId()).orElseThrow().person().name();
    }

    record WaiterRow(
            String id,
            String inquiryId,
            String name,
            Instant since,
            String host,
            String times,
            LocalDate lastDay,
            ZoneId zone,
            @Nullable OpenOffer offer,
            boolean unheard) {}

    record OpenOffer(String host, Instant start, Instant until) {}
}
