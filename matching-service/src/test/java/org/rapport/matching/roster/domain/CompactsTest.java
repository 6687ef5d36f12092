package org.rapport.matching.roster.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.ranking.domain.Sketches.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches.Sketch;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompactsTest {
    private static final LocalDate LEAVES = TODAY.plusDays(40);

    private final Compacts compacts = new Compacts(List.of(new Compact(
            "PSYPACT",
            Set.of(Credential.PSYD),
            List.of(
                    new Compact.Member("IL", TODAY.minusYears(1), null),
                    new Compact.Member("WI", TODAY.minusYears(1), LEAVES)))));
    private final Therapist therapist = new Sketch(1)
            .licences(new Licence("IL", "1", TODAY.plusYears(1)))
            .psypact(TODAY.plusYears(1))
            .build();

    @Test
    void a_state_that_leaves_a_compact_ends_the_permission_and_is_noticed_ahead() {
        assertThat(compacts.permission(therapist, "WI", TODAY)).hasValueSatisfying(permission -> {
            assertThat(permission.lastDay()).isEqualTo(LEAVES);
            assertThat(permission.endsSoon(TODAY)).isTrue();
        });
        assertThat(compacts.endings(therapist)).contains(LEAVES);
        assertThat(compacts.permission(therapist, "WI", LEAVES.plusDays(1))).isEmpty();
    }
}
