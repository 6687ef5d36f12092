package org.rapport.matching.roster.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.domain.Vocabulary.Kind;

/** What stands of a therapist in a row of the CSV file and in the form; the same names in both. */
public enum RosterField {
    ID(null),
    NAME(null),
    CREDENTIAL(null),
    SUPERVISOR(null),
    /** {@code state:number:last day}, several by semicolons. */
    LICENCES(null),
    /** {@code compact:home state:number:last day}, several by semicolons. */
    COMPACTS(null),
    MODALITIES(Kind.MODALITY),
    CONCERNS(Kind.CONCERN),
    FORMATS(Kind.FORMAT),
    POPULATIONS(Kind.POPULATION),
    LANGUAGES(Kind.LANGUAGE),
    PAYMENTS(Kind.PAYMENT),
    FEE(null),
    LOWEST_FEE(null),
    CAPACITY(null),
    EXISTING_CLIENTS(null),
    ACCEPTING(null),
    ON_LEAVE_UNTIL(null),
    AVAILABILITY(Kind.TIME),
    IDENTITIES(Kind.IDENTITY),
    VIDEO(null),
    INTRODUCTION(null);

    private final @Nullable Kind kind;

    RosterField(@Nullable Kind kind) {
        this.kind = kind;
    }

    /** As it stands in the head of the file. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which words it takes; absent for what is no list of words. */
    public @Nullable Kind kind() {
        return kind;
    }
}
