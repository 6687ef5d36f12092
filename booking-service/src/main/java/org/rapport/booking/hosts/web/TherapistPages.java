package org.rapport.booking.hosts.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whom one can speak to directly. */
@Controller
class TherapistPages {

    private final Hosts hosts;
    private final Practices practices;

    TherapistPages(Hosts hosts, Practices practices) {
        this.hosts = hosts;
        this.practices = practices;
    }

    @GetMapping("/book/therapists")
    String therapists(Model model, Locale locale) {
        List<TherapistRow> rows = hosts.therapists().stream()
                .map(host -> TherapistRow.of(host, locale.getLanguage()))
                .toList();
        model.addAttribute("therapists", rows);
        model.addAttribute(
                "minutes",
                practices.current().offeredBy(HostRole.THERAPIST).length().toMinutes());
        return "booking/therapists";
    }

    record TherapistRow(UUID id, String name, String line) {

        static TherapistRow of(Host host, String language) {
            return new TherapistRow(host.id().value(), host.name(), host.publicLine(language));
        }
    }
}
