package org.rapport.local.front;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.local.ShiftedClock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The pages that only the local run has. */
@Controller
class DevPages {
    private static final ZoneId PRACTICE = ZoneId.of("America/Chicago");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, h:mm:ss a", Locale.US).withZone(PRACTICE);
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** A piece of a message's text: plain, or an address to click. */
    record Piece(String text, boolean link) {}

    record Shown(Inbox.Item item, String time, List<Piece> pieces) {}

    private final Inbox inbox;
    private final ShiftedClock clock;

    DevPages(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = (ShiftedClock) clock;
    }

    @GetMapping("/dev/inbox")
    String inbox(Model model) {
        model.addAttribute("items", inbox.items().stream().map(DevPages::shown).toList());
        return "local/inbox";
    }

    @GetMapping("/dev/inbox.json")
    @ResponseBody
    List<Inbox.Item> inboxAsData() {
        return inbox.items();
    }

    @GetMapping("/dev/clock")
    String clock(Model model) {
        model.addAttribute("now", TIME.format(clock.instant()));
        model.addAttribute("offset", clock.offset().toString());
        return "local/clock";
    }

    /** @param by ISO 8601 duration such as {@code PT1H} or {@code P1D}, also negative */
    @PostMapping("/dev/clock")
    String shift(@RequestParam("by") Duration by) {
        clock.shift(by);
        return "redirect:/dev/clock";
    }

    @GetMapping("/dev/clock.json")
    @ResponseBody
    Map<String, String> clockAsData() {
        return Map.of(
                "now", clock.instant().toString(), "offset", clock.offset().toString());
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("people", DemoPeople.ALL);
        model.addAttribute("password", DemoPeople.PASSWORD);
        return "local/login";
    }

    private static Shown shown(Inbox.Item item) {
        List<Piece> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(item.text());
        int end = 0;
        while (links.find()) {
            pieces.add(new Piece(item.text().substring(end, links.start()), false));
            pieces.add(new Piece(links.group(), true));
            end = links.end();
        }
        pieces.add(new Piece(item.text().substring(end), false));
        return new Shown(item, TIME.format(item.at()), pieces);
    }
}
