package org.rapport.matching.directory.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Money;
import org.rapport.matching.roster.domain.Permission;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Vocabulary;
import org.rapport.matching.roster.domain.Vocabulary.Kind;

/**
 * The roster as everybody may see it: who takes new people, is at work and holds a valid licence.
 *
 * <p>Whoever practises what is looked for comes before whoever practises a neighbour of it; else the order is that of the names, and
 * nobody can be put on top. A count beside a value says how many there would be with that value as the only one of its facet.
 */
public final class Directory {
    private final Roster roster;
    private final Vocabulary vocabulary;
    private final Compacts compacts;

    public Directory(Roster roster, Vocabulary vocabulary, Compacts compacts) {
        this.roster = roster;
        this.vocabulary = vocabulary;
        this.compacts = compacts;
    }

    /** Who is listed on that day, read once for all that a page asks of it. */
    public final class Listing {
        private final List<Therapist> listed;

        private Listing(List<Therapist> listed) {
            this.listed = listed;
        }

        public List<Therapist> find(Search search) {
            return Directory.this.find(listed, search);
        }

        public Map<String, Integer> counts(Facet facet, Search search) {
            List<Therapist> others = find(search.without(facet));
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (String value : facet.values(vocabulary)) {
                counts.put(
                        value,
                        Directory.this
                                .find(others, search.with(facet, Set.of(value)))
                                .size());
            }
            return counts;
        }
    }

    /** @param today the date at the practice */
    public Listing on(LocalDate today) {
        return new Listing(listed(today));
    }

    public List<Therapist> find(Search search, LocalDate today) {
        return on(today).find(search);
    }

    private List<Therapist> find(List<Therapist> listed, Search search) {
        return listed.stream()
                .filter(therapist -> search.chosen().entrySet().stream()
                        .allMatch(facet ->
                                facet.getValue().stream().anyMatch(value -> has(therapist, facet.getKey(), value))))
                .sorted(Comparator.comparing((Therapist therapist) -> !isExact(therapist, search))
                        .thenComparing(Therapist::name)
                        .thenComparing(Therapist::id))
                .toList();
    }

    /** Empty also for a therapist who is not listed now. */
    public Optional<Therapist> profile(UUID id, LocalDate today) {
        return listed(today).stream()
                .filter(therapist -> therapist.id().equals(id))
                .findFirst();
    }

    /** Where this therapist may see people. */
    public List<Permission> permissions(Therapist therapist, LocalDate today) {
        return compacts.permissions(therapist, today).stream()
                .filter(permission -> permission.isValid(today))
                .toList();
    }

    private List<Therapist> listed(LocalDate today) {
        return roster.therapists().stream()
                .filter(therapist -> therapist.caseload().accepting()
                        && !therapist.caseload().isOnLeave(today)
                        && !permissions(therapist, today).isEmpty())
                .toList();
    }

    private boolean isExact(Therapist therapist, Search search) {
        Set<String> wanted = search.of(Facet.MODALITY);
        return wanted.isEmpty() || wanted.stream().anyMatch(therapist.offering().modalities()::contains);
    }

    private boolean has(Therapist therapist, Facet facet, String value) {
        var offering = therapist.offering();
        return switch (facet) {
            case CONCERN -> offering.concerns().contains(value);
            case MODALITY ->
                offering.modalities().contains(value)
                        || offering.modalities().stream()
                                .anyMatch(own -> vocabulary.areNeighbours(Kind.MODALITY, own, value));
            case FORMAT -> offering.formats().contains(value);
            case TIME -> offering.availability().contains(value);
            case LANGUAGE -> offering.languages().contains(value);
            case PAYMENT -> offering.payments().contains(value);
            case FEE -> !therapist.fee().least().isMoreThan(Money.usd(Integer.parseInt(value)));
            case IDENTITY -> therapist.profile().identities().contains(value);
        };
    }
}
