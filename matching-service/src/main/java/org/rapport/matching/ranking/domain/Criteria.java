package org.rapport.matching.ranking.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.domain.Money;

/**
 * What a person looks for, as codes.
 *
 * @param state USPS code of the state where the person will be during sessions
 * @param payment {@code SELF_PAY} or an insurer's code
 * @param maximumFee what a self-paying person can afford a session, if they said so
 * @param languages in which sessions are possible, the preferred one first; none named means any will do
 */
public record Criteria(
        String state,
        String format,
        String population,
        List<String> concerns,
        List<String> modalities,
        String payment,
        @Nullable Money maximumFee,
        List<String> languages,
        List<String> availability) {
    public static final String SELF_PAY = "SELF_PAY";

    public Criteria {
        concerns = concerns.stream().distinct().toList();
        modalities = modalities.stream().distinct().toList();
        languages = languages.stream().distinct().toList();
        availability = availability.stream().distinct().toList();
    }
}
