package org.rapport.booking.calls.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.HoldCall;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pick a time. */
@Controller
class TimePages {

    private final TimesPage page;
    private final HoldCallHandler holdCall;
    private final NewHolds newHolds;

    TimePages(TimesPage page, HoldCallHandler holdCall, NewHolds newHolds) {
        this.page = page;
        this.holdCall = holdCall;
        this.newHolds = newHolds;
    }

    @GetMapping("/book/times")
    String times(
            @RequestParam(defaultValue = "any") String host,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String day,
            @CookieValue(name = "rapport_zone", required = false) @Nullable String guessedZone,
            Model model) {
        page.show(model, host, choice(host), page.zone(zone, guessedZone), day);
        return "booking/times";
    }

    @PostMapping("/book/times")
    ModelAndView hold(
            @RequestParam(defaultValue = "any") String host,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(required = false) @Nullable String zone,
            Model model) {
        HostChoice choice = choice(host);
        ZoneId clientZone = page.zone(zone, null);
        Instant asked =
                Asked.instant(start).orElseThrow(() -> new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request"));
        HoldCall command = newHolds.hold(choice, asked, clientZone);
        return switch (holdCall.handle(command)) {
            case HoldDecision.Held _ ->
                new ModelAndView("redirect:/book/" + command.token().text() + "/you");
            case HoldDecision.Taken(List<Opening> alternatives) -> {
                model.addAttribute("alternatives", alternatives);
                yield again("taken", host, choice, clientZone, model, HttpStatus.CONFLICT);
            }
            case HoldDecision.Refused(NotOpen reason)
            when reason == NotOpen.UNKNOWN_HOST -> throw CallRefusals.of(reason);
            // A page that was open for long shows times that have become too near or passed.
            case HoldDecision.Refused _ ->
                again("not-open", host, choice, clientZone, model, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView again(
            String notice, String host, HostChoice choice, ZoneId zone, Model model, HttpStatus status) {
        model.addAttribute("notice", notice);
        page.show(model, host, choice, zone, null);
        return new ModelAndView("booking/times", model.asMap(), status);
    }

    private static HostChoice choice(String host) {
        return Asked.host(host).orElseThrow(() -> CallRefusals.of(NotOpen.UNKNOWN_HOST));
    }
}
