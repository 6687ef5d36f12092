package org.rapport.matching.roster.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words a roster, a wish and the directory share: codes, what else people call them, and what stands close. */
public final class Vocabulary {
    public enum Kind {
        MODALITY,
        CONCERN,
        FORMAT,
        POPULATION,
        LANGUAGE,
        PAYMENT,
        TIME,
        IDENTITY
    }

    /**
     * @param synonyms other names of the same thing, in any language
     * @param neighbours codes of what is close; told once, it holds both ways
     * @param source where that is said; absent for plain lists of the practice
     */
    public record Term(String code, List<String> synonyms, List<String> neighbours, String source) {
        public Term {
            synonyms = List.copyOf(synonyms);
            neighbours = List.copyOf(neighbours);
        }
    }

    private final Map<Kind, List<Term>> terms;
    private final Map<Kind, Map<String, String>> codes = new HashMap<>();

    public Vocabulary(Map<Kind, List<Term>> terms) {
        this.terms = Map.copyOf(terms);
        this.terms.forEach((kind, all) -> codes.put(kind, index(kind, all)));
    }

    private static Map<String, String> index(Kind kind, List<Term> all) {
        Map<String, String> index = new HashMap<>();
        for (Term term : all) {
            add(index, term.code(), term.code(), kind);
            term.synonyms().forEach(synonym -> add(index, synonym, term.code(), kind));
        }
        for (Term term : all) {
            for (String neighbour : term.neighbours()) {
                if (all.stream().noneMatch(other -> other.code().equals(neighbour))) {
                    throw new IllegalArgumentException(term.code() + " names " + neighbour + ", which is no " + kind);
                }
            }
        }
        return Map.copyOf(index);
    }

    private static void add(Map<String, String> index, String said, String code, Kind kind) {
        String before = index.put(plain(said), code);
        if (before != null && !before.equals(code)) {
            throw new IllegalArgumentException("\"" + said + "\" is " + before + " and " + code + " of " + kind);
        }
    }

    public List<Term> terms(Kind kind) {
        return terms.getOrDefault(kind, List.of());
    }

    /** The code of what somebody wrote: the code itself or a synonym, whatever the case, spaces and hyphens. */
    public Optional<String> code(Kind kind, String said) {
        return Optional.ofNullable(codes.getOrDefault(kind, Map.of()).get(plain(said)));
    }

    public boolean areNeighbours(Kind kind, String one, String other) {
        return terms(kind).stream()
                .anyMatch(term -> (term.code().equals(one) && term.neighbours().contains(other))
                        || (term.code().equals(other) && term.neighbours().contains(one)));
    }

    private static String plain(String said) {
        return said.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }
}
