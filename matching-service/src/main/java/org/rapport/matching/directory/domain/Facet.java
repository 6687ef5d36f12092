package org.rapport.matching.directory.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.matching.roster.domain.Vocabulary;
import org.rapport.matching.roster.domain.Vocabulary.Kind;

/** By what people narrow the list. The values of one are any-of, different ones are all-of. */
public enum Facet {
    CONCERN,
    MODALITY,
    FORMAT,
    TIME,
    LANGUAGE,
    PAYMENT,
    FEE,
    IDENTITY;

    /** Highest fee, in US dollars, that somebody pays for themselves. */
    private static final List<String> FEES = List.of("75", "100", "150", "200");

    /** As it stands in the address. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<String> values(Vocabulary vocabulary) {
        return kind().map(kind -> vocabulary.terms(kind).stream()
                        .map(Vocabulary.Term::code)
                        .toList())
                .orElse(FEES);
    }

    /** The value somebody means by a code or another name of it; what nobody knows narrows nothing. */
    Stream<String> meant(String said, Vocabulary vocabulary) {
        return kind().map(kind -> vocabulary.code(kind, said).stream())
                .orElseGet(() -> FEES.stream().filter(said::equals));
    }

    private Optional<Kind> kind() {
        return switch (this) {
            case CONCERN -> Optional.of(Kind.CONCERN);
            case MODALITY -> Optional.of(Kind.MODALITY);
            case FORMAT -> Optional.of(Kind.FORMAT);
            case TIME -> Optional.of(Kind.TIME);
            case LANGUAGE -> Optional.of(Kind.LANGUAGE);
            case PAYMENT -> Optional.of(Kind.PAYMENT);
            case IDENTITY -> Optional.of(Kind.IDENTITY);
            case FEE -> Optional.empty();
        };
    }
}
