package org.rapport.matching.referrals.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.roster.domain.Caseload;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TakenSeatsTest {
    @Test
    void only_as_many_numbers_are_tried_as_places_are_left() {
        assertThat(new TakenSeats(Set.of(1, 3), 0).free(caseload(4, 0))).containsExactly(2, 4);
        assertThat(new TakenSeats(Set.of(3, 5), 0).free(caseload(3, 0))).containsExactly(1);
        assertThat(new TakenSeats(Set.of(4, 5, 6), 0).free(caseload(3, 0))).isEmpty();
    }

    @Test
    void existing_clients_without_a_seat_count_as_if_they_had_one() {
        assertThat(new TakenSeats(Set.of(), 0).free(caseload(4, 3))).containsExactly(1);
        assertThat(new TakenSeats(Set.of(1, 2, 5), 2).free(caseload(4, 3))).isEmpty();
        assertThat(new TakenSeats(Set.of(1, 2, 3), 3).count(caseload(4, 1))).isEqualTo(3);
    }

    /** Several instances look at different moments, then write one after the other; a number that is taken refuses the write. */
    @Test
    void whoever_looked_when_nobody_gets_beyond_the_capacity() {
        for (long seed = 1; seed <= 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int capacity = 1 + random.nextInt(6);
            Set<Integer> taken = new HashSet<>();
            // Held under an older, higher capacity.
            random.ints(random.nextInt(3), 1, 10).forEach(taken::add);
            List<List<Integer>> looks = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                int before = taken.size();
                switch (random.nextInt(3)) {
                    case 0 -> looks.add(new TakenSeats(taken, 0).free(caseload(capacity, 0)));
                    case 1 -> {
                        if (!looks.isEmpty()) {
                            looks.remove(random.nextInt(looks.size())).stream()
                                    .filter(number -> !taken.contains(number))
                                    .findFirst()
                                    .ifPresent(taken::add);
                        }
                    }
                    default -> taken.stream().findAny().ifPresent(taken::remove);
                }
                assertThat(taken.size())
                        .as("seed %d step %d", seed, step)
                        .isLessThanOrEqualTo(Math.max(capacity, before));
            }
        }
    }

    private static Caseload caseload(int capacity, int existingClients) {
        return new Caseload(capacity, existingClients, true, null);
    }
}
