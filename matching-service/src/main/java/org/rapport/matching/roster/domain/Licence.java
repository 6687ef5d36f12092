package org.rapport.matching.roster.domain;

import java.time.LocalDate;

/**
 * A state's permission to practise. Therapy happens where the client is, so the state counts, not the office.
 *
 * @param state USPS code
 * @param expires the last day on which it is valid
 */
public record Licence(String state, String number, LocalDate expires) {
    public Licence {
        if (!state.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a licence names its state by two capital letters");
        }
        if (number.isBlank()) {
            throw new IllegalArgumentException("a licence has a number");
        }
    }

    public boolean validOn(LocalDate day) {
        return !day.isAfter(expires);
    }
}
