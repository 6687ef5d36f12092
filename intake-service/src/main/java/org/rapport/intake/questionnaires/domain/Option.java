package org.rapport.intake.questionnaires.domain;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a choice.
 *
 * @param kind what the file offers: the answer is one of that kind too
 * @param code what is kept when it is chosen: a code, or the string, number or date offered
 * @param system the code system, when the file names one
 * @param points what it adds to a score, when it is scored
 * @param alone whether nothing else may be chosen with it
 */
public record Option(
        Kind kind,
        String code,
        @Nullable String system,
        Wording text,
        @Nullable Integer points,
        boolean alone) {
    /** The types that FHIR lets an option have, without references to other resources. */
    public enum Kind {
        CODING,
        STRING,
        INTEGER,
        DATE,
        TIME
    }

    /** In bytes. Kept answers have few lengths, so that these do not tell which option was chosen: all codes must fit the first. */
    public static final int LONGEST_CODE = 100;

    boolean isTooLong() {
        return code.getBytes(StandardCharsets.UTF_8).length > LONGEST_CODE;
    }

    public Option(String code, Wording text, @Nullable Integer points) {
        this(Kind.CODING, code, null, text, points, false);
    }
}
