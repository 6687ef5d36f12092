package org.rapport.matching.guides.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapport.matching.directory.domain.Directory;
import org.rapport.matching.directory.domain.Facet;
import org.rapport.matching.directory.domain.Search;
import org.rapport.matching.guides.domain.Guide;
import org.rapport.matching.guides.domain.GuideKind;
import org.rapport.matching.guides.domain.Guides;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What kinds of therapy and concerns are, in plain words, and who works with them here. Public, and nothing is kept about who reads. */
@Controller
@RequestMapping("/guides")
class GuidePages {
    private final Guides guides;
    private final Directory directory;
    private final GuideTexts texts;
    private final Practice practice;
    private final Clock clock;

    GuidePages(Guides guides, Directory directory, GuideTexts texts, Practice practice, Clock clock) {
        this.guides = guides;
        this.directory = directory;
        this.texts = texts;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "groups",
                List.of(
                        texts.group(GuideKind.MODALITY, guides.of(GuideKind.MODALITY)),
                        texts.group(GuideKind.CONCERN, guides.of(GuideKind.CONCERN))));
        model.addAttribute("pageDescription", texts.descriptionOfAll());
        return "matching/guides";
    }

    @GetMapping("/modalities/{id}")
    String modality(@PathVariable String id, Model model) {
        return show(GuideKind.MODALITY, id, Facet.MODALITY, model);
    }

    @GetMapping("/concerns/{id}")
    String concern(@PathVariable String id, Model model) {
        return show(GuideKind.CONCERN, id, Facet.CONCERN, model);
    }

    private String show(GuideKind kind, String id, Facet facet, Model model) {
        Guide guide = guides.find(kind, id).orElseThrow(RefusedRequest::notFound);
        var view = texts.guide(guide, guides.near(guide), practitioners(guide, facet), facet);
        model.addAttribute("guide", view);
        model.addAttribute("pageDescription", view.summary());
        return "matching/guide";
    }

    /** Those the directory lists who name it themselves: who works in a way close to it is found there, not here. */
    private List<Therapist> practitioners(Guide guide, Facet facet) {
        Search search = new Search(Map.of(facet, Set.of(guide.id())));
        return directory.find(search, LocalDate.ofInstant(clock.instant(), practice.zone())).stream()
                .filter(therapist -> switch (guide.kind()) {
                    case MODALITY -> therapist.offering().modalities().contains(guide.id());
                    case CONCERN -> therapist.offering().concerns().contains(guide.id());
                })
                .toList();
    }
}
