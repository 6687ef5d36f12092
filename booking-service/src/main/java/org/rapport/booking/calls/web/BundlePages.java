package org.rapport.booking.calls.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.ChangeBundle;
import org.rapport.booking.calls.application.FindOpenings;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldBundle;
import org.rapport.booking.calls.application.HoldBundle.TherapistTime;
import org.rapport.booking.calls.application.HoldBundleHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.BundleHold;
import org.rapport.booking.calls.domain.BundleHold.Fault;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.calls.web.KeptTimes.KeptTime;
import org.rapport.booking.calls.web.KeptTimes.Pick;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.web.FieldProblem;
import org.rapport.web.Practice;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two or three therapists, and a time with each; then {@link HoldPages} go on as for one. */
@Controller
@RequestMapping("/book/three")
class BundlePages {

    private final Hosts hosts;
    private final FindOpeningsHandler findOpenings;
    private final HoldBundleHandler holdBundle;
    private final NewHolds newHolds;
    private final TimesPage times;
    private final KeptTimes keptTimes;
    private final HoldCookie cookie;
    private final Practice practice;
    private final MessageSource messages;
    private final Clock clock;

    BundlePages(
            Hosts hosts,
            FindOpeningsHandler findOpenings,
            HoldBundleHandler holdBundle,
            NewHolds newHolds,
            TimesPage times,
            KeptTimes keptTimes,
            HoldCookie cookie,
            Practice practice,
            MessageSource messages,
            Clock clock) {
        this.hosts = hosts;
        this.findOpenings = findOpenings;
        this.holdBundle = holdBundle;
        this.newHolds = newHolds;
        this.times = times;
        this.keptTimes = keptTimes;
        this.cookie = cookie;
        this.practice = practice;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView therapists(Model model, Locale locale) {
        return therapistsPage(List.of(), null, model, locale);
    }

    @GetMapping("/times")
    ModelAndView times(
            @RequestParam(defaultValue = "") List<String> host,
            @RequestParam(required = false) @Nullable String zone,
            @CookieValue(name = "rapport_zone", required = false) @Nullable String guessedZone,
            @CookieValue(name = HoldCookie.NAME, required = false) @Nullable String held,
            Model model,
            Locale locale) {
        Optional<Fault> fault = Fault.ofNumber(host.size());
        if (fault.isPresent()) {
            return therapistsPage(host, fault.get(), model, locale);
        }
        Form asked = new Form(host, Map.of(), times.zone(zone, guessedZone), keptTimes.of(held));
        return timesPage(asked, Map.of(), HttpStatus.OK, model);
    }

    @PostMapping("/times")
    ModelAndView hold(
            @RequestParam(defaultValue = "") List<String> host,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam Map<String, String> form,
            @CookieValue(name = HoldCookie.NAME, required = false) @Nullable String held,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Optional<Fault> fault = Fault.ofNumber(host.size());
        if (fault.isPresent()) {
            return therapistsPage(host, fault.get(), model, locale);
        }
        Optional<KeptTime> kept = keptTimes.of(held);
        Form asked = new Form(host, form, times.zone(zone, null), kept);
        Map<Integer, String> missing = new LinkedHashMap<>();
        List<TherapistTime> wishes = new ArrayList<>();
        for (int number = 0; number < host.size(); number++) {
            Optional<Instant> start = Asked.instant(asked.start(number));
            if (start.isEmpty()) {
                missing.put(number, text("booking.three.missing", locale));
            } else {
                wishes.add(new TherapistTime(choice(host.get(number)).id(), start.get()));
            }
        }
        if (!missing.isEmpty()) {
            return timesPage(asked, missing, HttpStatus.UNPROCESSABLE_CONTENT, model);
        }
        List<Pick> picks = wishes.stream()
                .map(wish -> new Pick(new HostChoice.One(wish.host()), wish.start()))
                .toList();
        if (kept.isPresent() && keptTimes.isAsked(kept.get(), picks)) {
            return new ModelAndView("redirect:" + kept.get().address());
        }
        if (kept.isPresent() && keptTimes.isInTheWay(kept.get(), picks)) {
            HoldToken token = kept.get().token();
            Optional<BundleHold> changed = holdBundle.handle(new ChangeBundle(token, wishes, asked.zone()));
            if (changed.isPresent()) {
                return answer(changed.get(), token, asked, model, response, locale);
            }
            // With other therapists: their own times are not in their way.
            keptTimes.release(kept.get());
            asked = new Form(host, form, asked.zone(), Optional.empty());
        }
        HoldBundle command = newHolds.bundle(wishes, asked.zone());
        BundleHold decision = holdBundle.handle(command);
        if (decision instanceof BundleHold.Held) {
            // Only now: who does not get the new times keeps what they have.
            kept.ifPresent(keptTimes::release);
        }
        return answer(decision, command.token(), asked, model, response, locale);
    }

    private ModelAndView answer(
            BundleHold decision,
            HoldToken token,
            Form asked,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        return switch (decision) {
            case BundleHold.Held _ -> {
                response.addHeader(HttpHeaders.SET_COOKIE, cookie.of(token));
                yield new ModelAndView("redirect:/book/" + token.text() + "/you");
            }
            case BundleHold.Taken(int number, List<Opening> _) ->
                timesPage(asked, Map.of(number, text("booking.three.taken", locale)), HttpStatus.CONFLICT, model);
            case BundleHold.NotOffered(int _, NotOpen reason)
            when reason == NotOpen.UNKNOWN_HOST -> throw CallRefusals.of(reason);
            case BundleHold.NotOffered(int number, NotOpen _) -> wrong(asked, number, "not-offered", model, locale);
            case BundleHold.Refused(int number, Fault kind) -> wrong(asked, number, kind.code(), model, locale);
        };
    }

    private ModelAndView wrong(Form asked, int number, String problem, Model model, Locale locale) {
        Map<Integer, String> errors = Map.of(number, text("booking.three." + problem, locale));
        return timesPage(asked, errors, HttpStatus.UNPROCESSABLE_CONTENT, model);
    }

    private ModelAndView therapistsPage(List<String> ticked, @Nullable Fault fault, Model model, Locale locale) {
        model.addAttribute(
                "therapists",
                hosts.therapists().stream()
                        .map(host -> new TherapistBox(
                                host.id().toString(),
                                host.name(),
                                host.publicLine(locale.getLanguage()),
                                ticked.contains(host.id().toString())))
                        .toList());
        String error = fault == null ? null : text("booking.three." + fault.code(), locale);
        model.addAttribute("error", error);
        model.addAttribute("problems", error == null ? List.of() : List.of(new FieldProblem("host", error)));
        return new ModelAndView(
                "booking/three", model.asMap(), fault == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView timesPage(Form asked, Map<Integer, String> errors, HttpStatus status, Model model) {
        List<TherapistTimes> rows = new ArrayList<>();
        for (int number = 0; number < asked.hosts().size(); number++) {
            rows.add(row(asked, number, errors.get(number)));
        }
        model.addAttribute("rows", rows);
        model.addAttribute("zone", asked.zone());
        model.addAttribute("practiceZone", practice.zone());
        model.addAttribute(
                "problems",
                errors.entrySet().stream()
                        .map(error -> new FieldProblem(
                                field(error.getKey()), rows.get(error.getKey()).name() + ": " + error.getValue()))
                        .toList());
        return new ModelAndView("booking/three-times", model.asMap(), status);
    }

    private TherapistTimes row(Form asked, int number, @Nullable String error) {
        HostChoice.One choice = choice(asked.hosts().get(number));
        Host host = hosts.find(choice.id())
                .filter(found -> found.role() == HostRole.THERAPIST)
                .orElseThrow(() -> CallRefusals.of(NotOpen.UNKNOWN_HOST));
        LocalDate today = LocalDate.now(clock.withZone(asked.zone()));
        List<Opening> openings =
                findOpenings.handle(new FindOpenings(choice, today, FindOpenings.MOST_DAYS, asked.zone()));
        Stream<Opening> own = asked.kept().stream()
                .flatMap(kept -> kept.calls().stream())
                .filter(call -> keptTimes.isOf(call, choice))
                .map(call -> new Opening(call.hostId(), hosts.name(call.hostId()), call.time()));
        Map<LocalDate, List<Opening>> days = Stream.concat(openings.stream(), own)
                .sorted(Comparator.comparing(Opening::start))
                .collect(Collectors.groupingBy(
                        opening -> LocalDate.ofInstant(opening.start(), asked.zone()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new TherapistTimes(
                host.id().toString(),
                host.name(),
                field(number),
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList(),
                asked.start(number),
                error);
    }

    private static HostChoice.One choice(String id) {
        return Asked.host(id)
                .flatMap(choice -> choice instanceof HostChoice.One one ? Optional.of(one) : Optional.empty())
                .orElseThrow(() -> CallRefusals.of(NotOpen.UNKNOWN_HOST));
    }

    private static String field(int number) {
        return "start" + number;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    record TherapistBox(String id, String name, String line, boolean ticked) {}

    record TherapistTimes(
            String id,
            String name,
            String field,
            List<Day> days,
            String chosen,
            @Nullable String error) {}

    record Day(LocalDate date, List<Opening> times) {}

    /**
     * @param fields may name a start for each therapist
     * @param kept what the browser holds already
     */
    private record Form(List<String> hosts, Map<String, String> fields, ZoneId zone, Optional<KeptTime> kept) {

        String start(int number) {
            return fields.getOrDefault(field(number), "");
        }
    }
}
