package org.rapport.matching.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.directory.domain.Facet;
import org.rapport.matching.directory.domain.Search;
import org.rapport.matching.roster.domain.Permission;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.web.Times;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** How therapists read to people who look for one, in their language. */
final class DirectoryTexts {
    record Choice(String value, String label, int count, boolean chosen) {}

    /** @param open whether something of it is chosen */
    record FacetView(String name, String label, boolean open, List<Choice> options) {}

    record Card(
            String href,
            String name,
            String credential,
            String concerns,
            String modalities,
            boolean near,
            boolean full,
            String fee) {}

    record Line(String label, String value) {}

    record ProfileView(
            UUID id,
            String name,
            String credential,
            String introduction,
            @Nullable String video,
            List<Line> lines) {}

    /** A chosen value, for a hidden field or an address. */
    record Chosen(String name, String value) {}

    private final MessageSource messages;
    private final Times times;

    DirectoryTexts(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** Only values that somebody has, and those that are chosen. */
    FacetView facet(Facet facet, Search search, Map<String, Integer> counts) {
        List<Choice> options = counts.entrySet().stream()
                .map(count -> new Choice(
                        count.getKey(),
                        facet == Facet.FEE ? text("directory.fee.up-to", count.getKey()) : word(count.getKey()),
                        count.getValue(),
                        search.of(facet).contains(count.getKey())))
                .filter(choice -> choice.count() > 0 || choice.chosen())
                .toList();
        return new FacetView(
                facet.parameter(),
                text("directory.facet." + facet),
                !search.of(facet).isEmpty(),
                options);
    }

    Card card(Therapist therapist, Search search, boolean full) {
        boolean near = !search.of(Facet.MODALITY).isEmpty()
                && search.of(Facet.MODALITY).stream()
                        .noneMatch(therapist.offering().modalities()::contains);
        return new Card(
                "/therapists/" + therapist.id(),
                therapist.name(),
                word(therapist.credential().name()),
                list(therapist.offering().concerns()),
                list(therapist.offering().modalities()),
                near,
                full,
                fee(therapist));
    }

    ProfileView profile(Therapist therapist, List<Permission> permissions, @Nullable String supervisor) {
        var offering = therapist.offering();
        List<Line> lines = new ArrayList<>();
        add(lines, "CONCERN", list(offering.concerns()));
        add(lines, "MODALITY", list(offering.modalities()));
        add(lines, "FORMAT", list(offering.formats()));
        add(lines, "POPULATION", list(offering.populations()));
        add(lines, "TIME", list(offering.availability()));
        add(lines, "LANGUAGE", list(offering.languages()));
        add(lines, "PAYMENT", list(offering.payments()));
        add(lines, "FEE", fee(therapist));
        add(lines, "IDENTITY", list(therapist.profile().identities()));
        add(
                lines,
                "LICENCE",
                permissions.stream()
                        .map(permission -> text(
                                "directory.licence",
                                word(permission.state()),
                                number(therapist, permission),
                                times.date(permission.lastDay())))
                        .collect(Collectors.joining("; ")));
        add(lines, "SUPERVISOR", supervisor == null ? "" : supervisor);
        return new ProfileView(
                therapist.id(),
                therapist.name(),
                word(therapist.credential().name()),
                therapist.profile().introduction(),
                therapist.profile().video(),
                lines);
    }

    private static String number(Therapist therapist, Permission permission) {
        String compact = permission.compact();
        return compact != null
                ? compact
                : therapist.licences().stream()
                        .filter(licence -> licence.state().equals(permission.state())
                                && licence.expires().equals(permission.lastDay()))
                        .map(licence -> licence.number())
                        .findFirst()
                        .orElse("");
    }

    private void add(List<Line> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(new Line(text("directory.facet." + label), value));
        }
    }

    private String fee(Therapist therapist) {
        var lowest = therapist.fee().lowest();
        String standard = therapist.fee().standard().amount().toPlainString();
        return lowest == null
                ? text("directory.fee", standard)
                : text("directory.fee.sliding", standard, lowest.amount().toPlainString());
    }

    String question(Facet facet) {
        return text("directory.question." + facet);
    }

    String word(String code) {
        String found = messages.getMessage("directory.code." + code, null, null, LocaleContextHolder.getLocale());
        return found == null ? code : found;
    }

    private String list(List<String> codes) {
        return codes.stream().map(this::word).collect(Collectors.joining(", "));
    }

    static String query(Search search) {
        String query = fields(search, null).stream()
                .map(chosen -> chosen.name() + "=" + chosen.value())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** Everything chosen but that of one facet, in a fixed order. Values are codes, so an address needs no escaping. */
    static List<Chosen> fields(Search search, @Nullable Facet but) {
        return search.chosen().entrySet().stream()
                .filter(facet -> facet.getKey() != but)
                .sorted(Map.Entry.comparingByKey())
                .flatMap(facet -> facet.getValue().stream()
                        .sorted()
                        .map(value -> new Chosen(facet.getKey().parameter(), value)))
                .toList();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
