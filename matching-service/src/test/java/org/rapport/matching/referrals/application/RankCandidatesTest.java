package org.rapport.matching.referrals.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.TWO_DAYS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Candidate;
import org.rapport.matching.ranking.domain.CandidateSearch;
import org.rapport.matching.ranking.domain.Fit;
import org.rapport.matching.ranking.domain.Ranking;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.referrals.domain.InMemoryReferrals;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.referrals.domain.SeatBook;
import org.rapport.matching.referrals.domain.Source;
import org.rapport.matching.referrals.domain.Stories;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RankCandidatesTest {
    private final InMemoryReferrals referrals = new InMemoryReferrals();
    private final InMemoryTherapists kept = new InMemoryTherapists();
    private final RankCandidates candidates = new RankCandidates(
            new Roster(kept),
            new SeatBook(referrals),
            referrals,
            Sketches.ranker(),
            Sketches.compacts(),
            SettableClock.at(MONDAY),
            ZoneId.of("America/Chicago"));

    @Test
    void what_another_instance_wrote_to_the_roster_counts_in_the_next_ranking() {
        write(new Sketch(1).build(), null);
        assertThat(ranked()).hasSize(1);

        write(new Sketch(1).accepting(false).build(), MONDAY);
        assertThat(ranked()).isEmpty();
        assertThat(candidates.candidate(Sketches.id(1), Sketches.wish())).isEmpty();
    }

    @Test
    void a_seat_and_an_offer_that_another_instance_wrote_count_in_the_next_ranking() {
        write(new Sketch(1).build(), null);
        write(new Sketch(2).build(), null);
        UUID person = UUID.randomUUID();
        referrals.decide(person, r -> r.note(Stories.received(), new Source("inquiry|" + person, 1)));
        referrals.decide(person, r -> r.note(Stories.submitted(), new Source("response|" + person, 3)));
        assertThat(ranked()).extracting(one -> one.therapist().id()).containsExactly(Sketches.id(1), Sketches.id(2));

        referrals.decide(person, r -> r.offer(Sketches.id(1), List.of(), MAYA, MONDAY, TWO_DAYS));
        assertThat(ranked()).extracting(one -> one.therapist().id()).containsExactly(Sketches.id(2), Sketches.id(1));
        referrals.decide(person, r -> r.accept(1, Sketches.id(1), new Seat(Sketches.id(1), 1), MONDAY));
        assertThat(ranked().getLast().asOfNow().freeSeats()).isEqualTo(3);
    }

    @Test
    void one_candidate_alone_reads_as_in_the_ranking_and_the_fitting_have_the_same_points() {
        write(new Sketch(1).fee(200).build(), null);
        write(new Sketch(2).concerns("grief").build(), null);

        List<Candidate> all = ranked();
        assertThat(candidates.candidate(Sketches.id(2), Sketches.wish())).contains(all.getLast());
        assertThat(candidates
                        .fitting(List.of(CandidateSearch.of(Sketches.wish())))
                        .getFirst())
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .map(one -> new Fit(one.asOfNow(), one.points()))
                        .toList());
        assertThat(candidates.candidate(Sketches.id(3), Sketches.wish())).isEmpty();
    }

    @Test
    void whoever_ranks_after_a_write_knows_it_whatever_others_are_putting_in() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int number = 1; number <= 4; number++) {
                int own = number;
                all.add(threads.submit(() -> toggle(own)));
            }
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private void toggle(int number) {
        Instant written = null;
        for (int time = 1; time <= 100; time++) {
            boolean accepting = time % 2 == 0;
            write(new Sketch(number).accepting(accepting).build(), written);
            written = MONDAY;
            assertThat(ranked().stream().anyMatch(one -> one.therapist().id().equals(Sketches.id(number))))
                    .isEqualTo(accepting);
        }
    }

    private void write(Therapist therapist, @Nullable Instant seen) {
        assertThat(kept.put(therapist, seen, MONDAY)).isEqualTo(Therapists.Saving.SAVED);
    }

    private List<Candidate> ranked() {
        return candidates.handle(CandidateSearch.of(Sketches.wish()), 20, 20) instanceof Ranking.Ranked ranked
                ? ranked.candidates()
                : List.of();
    }
}
