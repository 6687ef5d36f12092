package org.rapport.booking.calls.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.HoldCall;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.web.KeptTimes.KeptTime;
import org.rapport.booking.calls.web.KeptTimes.Pick;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpHeaders;
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
    private final KeptTimes keptTimes;
    private final HoldCookie cookie;

    TimePages(TimesPage page, HoldCallHandler holdCall, NewHolds newHolds, KeptTimes keptTimes, HoldCookie cookie) {
        this.page = page;
        this.holdCall = holdCall;
        this.newHolds = newHolds;
        this.keptTimes = keptTimes;
        this.cookie = cookie;
    }

    @GetMapping("/book/times")
    String times(
            @RequestParam(defaultValue = "any") String host,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String day,
            @CookieValue(name = "rapport_zone", required = false) @Nullable String guessedZone,
            @CookieValue(name = HoldCookie.NAME, required = false) @Nullable String held,
            Model model) {
        model.addAttribute("kept", keptTimes.of(held).orElse(null));
        page.show(model, host, choice(host), page.zone(zone, guessedZone), day);
        return "booking/times";
    }

    @PostMapping("/book/times")
    ModelAndView hold(
            @RequestParam(defaultValue = "any") String host,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(required = false) @Nullable String zone,
            @CookieValue(name = HoldCookie.NAME, required = false) @Nullable String held,
            Model model,
            HttpServletResponse response) {
        HostChoice choice = choice(host);
        ZoneId clientZone = page.zone(zone, null);
        Instant asked =
                Asked.instant(start).orElseThrow(() -> new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request"));
        Optional<KeptTime> kept = keptTimes.of(held);
        List<Pick> picks = List.of(new Pick(choice, asked));
        if (kept.isPresent() && keptTimes.isAsked(kept.get(), picks)) {
            return new ModelAndView("redirect:" + kept.get().address());
        }
        model.addAttribute("kept", kept.orElse(null));
        HoldCall command = newHolds.hold(choice, asked, clientZone);
        return switch (holdCall.handle(command)) {
            case HoldDecision.Held _ -> {
                // Only now: who does not get the new time keeps the one they have.
                kept.ifPresent(keptTimes::release);
                response.addHeader(HttpHeaders.SET_COOKIE, cookie.of(command.token()));
                yield new ModelAndView("redirect:/book/" + command.token().text() + "/you");
            }
            case HoldDecision.Taken(List<Opening> alternatives) -> {
                model.addAttribute("alternatives", alternatives);
                boolean isOwn =
                        kept.filter(time -> keptTimes.isInTheWay(time, picks)).isPresent();
                String notice = isOwn ? "own-hold" : "taken";
                yield again(notice, host, choice, clientZone, asked, model, HttpStatus.CONFLICT);
            }
            case HoldDecision.Refused(NotOpen reason)
            when reason == NotOpen.UNKNOWN_HOST -> throw CallRefusals.of(reason);
            // A page that was open for long shows times that have become too near or passed.
            case HoldDecision.Refused _ ->
                again("not-open", host, choice, clientZone, asked, model, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView again(
            String notice, String host, HostChoice choice, ZoneId zone, Instant asked, Model model, HttpStatus status) {
        model.addAttribute("notice", notice);
        page.show(model, host, choice, zone, LocalDate.ofInstant(asked, zone).toString());
        return new ModelAndView("booking/times", model.asMap(), status);
    }

    private static HostChoice choice(String host) {
        return Asked.host(host).orElseThrow(() -> CallRefusals.of(NotOpen.UNKNOWN_HOST));
    }
}
