package org.rapport.matching.guides.web;

import java.util.List;
import java.util.Locale;
import org.rapport.matching.directory.domain.Facet;
import org.rapport.matching.guides.domain.Guide;
import org.rapport.matching.guides.domain.GuideKind;
import org.rapport.matching.guides.domain.GuideText;
import org.rapport.matching.guides.domain.Section;
import org.rapport.matching.guides.domain.Source;
import org.rapport.matching.roster.domain.Therapist;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** How guides read, in the language of the page. */
final class GuideTexts {
    record GuideLink(String href, String title, String summary) {}

    record Group(String id, String heading, List<GuideLink> links) {}

    /** @param html rendered from our own files, with everything but Markdown escaped */
    record SectionView(String id, String heading, String html) {}

    record SourceView(String authors, int year, String title, String published) {}

    record Practitioner(String href, String name, String credential) {}

    /** @param directory the list of therapists, narrowed to this */
    record GuideView(
            String title,
            String summary,
            boolean danger,
            List<SectionView> sections,
            List<SourceView> sources,
            List<GuideLink> near,
            List<Practitioner> practitioners,
            String directory) {}

    private final MessageSource messages;

    GuideTexts(MessageSource messages) {
        this.messages = messages;
    }

    String descriptionOfAll() {
        return text("guides.description");
    }

    Group group(GuideKind kind, List<Guide> guides) {
        return new Group(kind.path(), text("guides." + kind), links(guides));
    }

    private List<GuideLink> links(List<Guide> guides) {
        return guides.stream()
                .map(guide -> {
                    GuideText text = guide.in(locale().getLanguage());
                    return new GuideLink(
                            "/guides/" + guide.kind().path() + "/" + guide.id(), text.title(), text.summary());
                })
                .toList();
    }

    GuideView guide(Guide guide, List<Guide> near, List<Therapist> practitioners, Facet facet) {
        GuideText text = guide.in(locale().getLanguage());
        return new GuideView(
                text.title(),
                text.summary(),
                guide.danger(),
                text.sections().entrySet().stream()
                        .map(section -> new SectionView(
                                section.getKey().name().toLowerCase(Locale.ROOT),
                                heading(guide.kind(), section.getKey()),
                                section.getValue()))
                        .toList(),
                guide.sources().stream().map(this::source).toList(),
                links(near),
                practitioners.stream().map(this::practitioner).toList(),
                "/therapists?" + facet.parameter() + "=" + guide.id());
    }

    private String heading(GuideKind kind, Section section) {
        return text("guides." + kind + "." + section);
    }

    private SourceView source(Source source) {
        return new SourceView(String.join(", ", source.authors()), source.year(), source.title(), source.published());
    }

    private Practitioner practitioner(Therapist therapist) {
        String credential = therapist.credential().name();
        String word = messages.getMessage("directory.code." + credential, null, null, locale());
        return new Practitioner("/therapists/" + therapist.id(), therapist.name(), word == null ? credential : word);
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
