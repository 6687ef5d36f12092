package org.rapport.intake.questionnaires.domain;

import org.jspecify.annotations.Nullable;

/**
 * One answer of a choice.
 *
 * @param code what is kept when it is chosen: a code, or the string, number or date offered
 * @param system the code system, when the file names one
 * @param points what it adds to a score, when it is scored
 * @param alone whether nothing else may be chosen with it
 */
public record Option(
        String code,
        @Nullable String system,
        Wording text,
        @Nullable Integer points,
        boolean alone) {
    public Option(String code, Wording text, @Nullable Integer points) {
        this(code, null, text, points, false);
    }
}
