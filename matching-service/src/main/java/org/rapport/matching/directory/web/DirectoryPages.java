package org.rapport.matching.directory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rapport.matching.directory.domain.Directory;
import org.rapport.matching.directory.domain.Facet;
import org.rapport.matching.directory.domain.Search;
import org.rapport.matching.referrals.domain.SeatBook;
import org.rapport.matching.referrals.domain.TakenSeats;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Vocabulary;
import org.rapport.web.Option;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Find a therapist". All that is chosen stands in the address, which can be shared; nothing is kept about who asked. */
@Controller
@RequestMapping("/therapists")
class DirectoryPages {
    /** The six questions, in the order in which they are asked. */
    private static final List<Facet> QUESTIONS =
            List.of(Facet.CONCERN, Facet.FORMAT, Facet.TIME, Facet.LANGUAGE, Facet.PAYMENT, Facet.MODALITY);

    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Roster roster;
    private final SeatBook seats;
    private final DirectoryTexts texts;
    private final Practice practice;
    private final Clock clock;

    DirectoryPages(
            Directory directory,
            Vocabulary vocabulary,
            Roster roster,
            SeatBook seats,
            DirectoryTexts texts,
            Practice practice,
            Clock clock) {
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.roster = roster;
        this.seats = seats;
        this.texts = texts;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> said, Model model) {
        Directory.Listing listing = directory.on(today());
        seats.refresh();
        Search search = Search.of(said, vocabulary);
        model.addAttribute(
                "facets",
                Arrays.stream(Facet.values())
                        .map(facet -> texts.facet(facet, search, listing.counts(facet, search)))
                        .filter(facet -> !facet.options().isEmpty())
                        .toList());
        model.addAttribute(
                "therapists",
                listing.find(search).stream()
                        .map(therapist -> texts.card(therapist, search, isFull(therapist, seats.taken(therapist.id()))))
                        .toList());
        model.addAttribute("narrowed", !search.chosen().isEmpty());
        return "matching/therapists";
    }

    @GetMapping("/{id}")
    String profile(@PathVariable UUID id, Model model) {
        LocalDate today = today();
        Therapist therapist = directory.profile(id, today).orElseThrow(RefusedRequest::notFound);
        UUID supervisor = therapist.supervisor();
        seats.refresh();
        model.addAttribute("full", isFull(therapist, seats.taken(id)));
        model.addAttribute(
                "therapist",
                texts.profile(
                        therapist,
                        directory.permissions(therapist, today),
                        supervisor == null
                                ? null
                                : roster.find(supervisor).map(Therapist::name).orElse(null)));
        return "matching/therapist";
    }

    /**
     * One question after the other; what was answered stands in the address. After the last one the list is shown.
     *
     * @param question 1 to 6
     */
    @GetMapping("/match")
    String match(
            @RequestParam(defaultValue = "1") int question,
            @RequestParam MultiValueMap<String, String> said,
            Model model) {
        Search search = Search.of(said, vocabulary);
        if (question > QUESTIONS.size()) {
            return "redirect:/therapists" + DirectoryTexts.query(search);
        }
        Facet facet = QUESTIONS.get(Math.max(question, 1) - 1);
        List<Option> options = facet.values(vocabulary).stream()
                .map(value -> Option.of(value, texts.word(value)))
                .toList();
        model.addAttribute("number", QUESTIONS.indexOf(facet) + 1);
        model.addAttribute("total", QUESTIONS.size());
        model.addAttribute("name", facet.parameter());
        model.addAttribute("legend", texts.question(facet));
        model.addAttribute("options", options);
        model.addAttribute("chosen", List.copyOf(search.of(facet)));
        model.addAttribute("answered", DirectoryTexts.fields(search, facet));
        model.addAttribute("count", directory.find(search, today()).size());
        return "matching/match";
    }

    /** Whoever has no free place is shown, for that may change soon, but nobody is invited to call for nothing. */
    private static boolean isFull(Therapist therapist, TakenSeats taken) {
        return taken.free(therapist.caseload()).isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), practice.zone());
    }
}
