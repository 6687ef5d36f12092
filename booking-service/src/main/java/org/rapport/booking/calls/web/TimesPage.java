package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.Candidate;
import org.rapport.booking.calls.application.FindOpenings;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.web.PersonChoices;
import org.rapport.web.Practice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** Days and times of one host, or of any coordinator, in the zone of whoever looks. */
@Component
final class TimesPage {

    private final FindOpeningsHandler findOpenings;
    private final Hosts hosts;
    private final PersonChoices choices;
    private final Practice practice;
    private final Clock clock;

    TimesPage(FindOpeningsHandler findOpenings, Hosts hosts, PersonChoices choices, Practice practice, Clock clock) {
        this.findOpenings = findOpenings;
        this.hosts = hosts;
        this.choices = choices;
        this.practice = practice;
        this.clock = clock;
    }

    /** The zone asked for, else the one the visitor's browser told, else the practice's. */
    ZoneId zone(@Nullable String asked, @Nullable String guessed) {
        return PersonRules.zone(asked)
                .or(() -> PersonRules.zone(guessed == null ? null : guessed.replace("%2F", "/")))
                .orElse(practice.zone());
    }

    /** @param day to begin with, or the next one that has times; absent for the first */
    void show(Model model, String host, HostChoice choice, ZoneId zone, @Nullable String day) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        List<Opening> openings = findOpenings.handle(new FindOpenings(choice, today, FindOpenings.MOST_DAYS, zone));
        model.addAttribute("host", host);
        model.addAttribute("zone", zone);
        model.addAttribute("practiceZone", practice.zone());
        model.addAttribute("zones", choices.allZones());
        model.addAttribute("faces", faces(host, choice, zone));
        model.addAttribute("absences", absences(choice, today));
        DayTimes.of(openings, zone, Asked.day(day, zone, clock), today, date -> address(host, zone, date))
                .addTo(model);
        model.addAttribute("next", openings.isEmpty() ? null : openings.getFirst());
    }

    /** Any coordinator or one of them; who came for a therapist sees only that one. */
    private List<FaceLink> faces(String host, HostChoice choice, ZoneId zone) {
        List<FaceLink> faces = new ArrayList<>();
        List<Host> chosen = choice.among(hosts).stream()
                .filter(candidate -> candidate.away() == null)
                .map(Candidate::host)
                .toList();
        boolean coordinators = chosen.stream().allMatch(one -> one.role() == HostRole.COORDINATOR);
        if (coordinators) {
            faces.add(new FaceLink(null, address("any", zone), host.equals("any")));
            hosts.in(HostRole.COORDINATOR).stream()
                    .filter(Host::hosting)
                    .sorted(Comparator.comparing(Host::name))
                    .forEach(one -> faces.add(face(one, host, zone)));
        } else {
            chosen.forEach(one -> faces.add(face(one, host, zone)));
        }
        return faces;
    }

    /** Who stands in for the one who was chosen, and when, as far as times are shown. */
    private List<Absence> absences(HostChoice choice, LocalDate today) {
        return choice.among(hosts).stream()
                .flatMap(candidate -> Absence.of(candidate, today, today.plusDays(FindOpenings.MOST_DAYS)))
                .toList();
    }

    private static FaceLink face(Host one, String host, ZoneId zone) {
        String id = one.id().toString();
        return new FaceLink(one.name(), address(id, zone), id.equals(host));
    }

    /** Where to look again for what was held. */
    static void again(Call call, Model model) {
        model.addAttribute("timesAddress", address(call));
        model.addAttribute("alone", !call.id().isInBundle());
    }

    static String address(Call call) {
        return call.id().isInBundle()
                ? "/book/three"
                : address(
                        call.hostId().toString(),
                        call.clientZone(),
                        LocalDate.ofInstant(call.time().start(), call.clientZone()));
    }

    static String address(String host, ZoneId zone, LocalDate day) {
        return address(host, zone) + "&day=" + day;
    }

    private static String address(String host, ZoneId zone) {
        return UriComponentsBuilder.fromPath("/book/times")
                .queryParam("host", host)
                .queryParam("zone", zone.getId())
                .toUriString();
    }

    /** @param name absent for "any coordinator" */
    record FaceLink(@Nullable String name, String href, boolean current) {}

    /** @param last day away */
    record Absence(String name, LocalDate first, LocalDate last, String delegate) {

        static Stream<Absence> of(Candidate candidate, LocalDate from, LocalDate until) {
            Host away = candidate.away();
            if (away == null) {
                return Stream.empty();
            }
            return away.hours().leaves().stream()
                    .filter(leave -> candidate.host().id().equals(leave.delegate()))
                    .filter(leave -> leave.first().isBefore(until)
                            && leave.firstDayBack().isAfter(from))
                    .map(leave -> new Absence(
                            away.name(),
                            leave.first(),
                            leave.firstDayBack().minusDays(1),
                            candidate.host().name()));
        }
    }
}
