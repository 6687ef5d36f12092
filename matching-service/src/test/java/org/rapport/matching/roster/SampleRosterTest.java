package org.rapport.matching.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleRosterTest {
    private final List<Therapist> therapists = SampleRoster.therapists();

    @Test
    void fourteen_therapists_of_their_own_ids() {
        assertThat(therapists).hasSize(14).extracting(Therapist::id).doesNotHaveDuplicates();
    }

    @Test
    void one_is_full_one_on_leave_one_about_to_lose_the_licence_and_two_are_supervised() {
        assertThat(named("Tomas Herrera"))
                .satisfies(full -> assertThat(full.existingClients()).isEqualTo(full.capacity()));
        assertThat(named("Hannah Lindqvist").onLeaveUntil()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(named("Marcus Bell").licences().getFirst().expires()).isEqualTo(LocalDate.of(2026, 12, 15));
        assertThat(named("Marcus Bell").supervisor()).isEqualTo(Sketches.id(1));
        assertThat(named("Luis Cordero").supervisor()).isEqualTo(Sketches.id(2));
    }

    @Test
    void loading_twice_leaves_fourteen() {
        Roster roster = new Roster(new InMemoryTherapists());
        roster.add(therapists);
        roster.add(therapists);

        assertThat(roster.therapists()).hasSize(14);
    }

    private Therapist named(String name) {
        return therapists.stream()
                .filter(therapist -> therapist.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
