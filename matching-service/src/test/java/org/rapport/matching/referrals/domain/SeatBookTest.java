package org.rapport.matching.referrals.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeatBookTest {
    private static final UUID GRACE = UUID.fromString("a0000000-0000-4000-8000-000000000001");
    private static final UUID ELENA = UUID.fromString("a0000000-0000-4000-8000-000000000002");
    private static final Instant NOON = Instant.parse("2026-11-23T18:00:00Z");

    private final List<SeatEntry> stored = new ArrayList<>();
    private final List<Instant> asked = new ArrayList<>();
    private final SeatEntries entries = moment -> {
        asked.add(moment);
        return stored.stream()
                .filter(entry -> !entry.changedAt().isBefore(moment))
                .toList();
    };

    @Test
    void all_are_read_once_and_then_only_those_of_the_last_minutes() {
        stored.add(seat("a", 1, NOON, GRACE, 1));
        SeatBook book = new SeatBook(entries);
        book.refresh();

        assertThat(asked).containsExactly(Instant.EPOCH, NOON.minus(SeatBook.CLOCKS_APART));
        assertThat(book.taken(GRACE).numbers()).containsExactly(1);
    }

    @Test
    void a_write_of_an_instance_whose_clock_is_behind_is_found() {
        stored.add(seat("a", 1, NOON, GRACE, 1));
        SeatBook book = new SeatBook(entries);
        stored.add(seat("b", 1, NOON.minusSeconds(90), GRACE, 2));
        book.refresh();

        assertThat(book.taken(GRACE).numbers()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void an_older_write_told_late_changes_nothing() {
        SeatBook book = new SeatBook(entries);
        book.learn(List.of(nothing("a", 3, NOON)));
        book.learn(List.of(seat("a", 2, NOON.minusSeconds(1), GRACE, 1)));

        assertThat(book.taken(GRACE)).isEqualTo(TakenSeats.NONE);
    }

    @Test
    void a_seat_that_went_from_one_person_to_another_is_taken_in_whichever_order_that_is_read() {
        SeatBook book = new SeatBook(entries);
        book.learn(List.of(seat("a", 1, NOON, GRACE, 1)));
        book.learn(List.of(seat("b", 1, NOON, GRACE, 1)));
        book.learn(List.of(nothing("a", 2, NOON)));

        assertThat(book.taken(GRACE).numbers()).containsExactly(1);
    }

    @Test
    void a_person_who_changes_the_therapist_counts_with_one() {
        SeatBook book = new SeatBook(entries);
        book.learn(List.of(seat("a", 1, NOON, GRACE, 1)));
        book.learn(List.of(seat("a", 2, NOON, ELENA, 4)));

        assertThat(book.taken(GRACE)).isEqualTo(TakenSeats.NONE);
        assertThat(book.taken(ELENA).numbers()).containsExactly(4);
    }

    @Test
    void existing_clients_are_counted_beside_the_others() {
        SeatBook book = new SeatBook(entries);
        book.learn(List.of(
                seat("a", 1, NOON, GRACE, 3),
                new SeatEntry("c", 1, NOON, List.of(new Seat(GRACE, 1), new Seat(GRACE, 2)), true, Map.of())));

        assertThat(book.taken(GRACE)).isEqualTo(new TakenSeats(Set.of(1, 2, 3), 2));
    }

    @Test
    void the_latest_of_all_offers_counts_however_many_there_are() {
        SeatBook book = new SeatBook(entries);
        for (int i = 0; i < 500; i++) {
            book.learn(List.of(offered("a" + i, i == 0 ? GRACE : ELENA, NOON.plusSeconds(i))));
        }
        book.learn(List.of(offered("old", ELENA, NOON.minusSeconds(1))));

        assertThat(book.lastOffered(GRACE)).contains(NOON);
        assertThat(book.lastOffered(ELENA)).contains(NOON.plusSeconds(499));
        assertThat(book.lastOffered(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whoever_changed_is_named_and_nobody_else() {
        List<UUID> changed = new ArrayList<>();
        SeatBook book = new SeatBook(entries);
        book.learn(List.of(seat("a", 1, NOON, GRACE, 1)));
        book.tell(changed::add);

        book.learn(List.of(seat("a", 1, NOON, GRACE, 1)));
        assertThat(changed).isEmpty();
        book.learn(List.of(seat("a", 2, NOON, ELENA, 1)));
        assertThat(changed).containsExactlyInAnyOrder(GRACE, ELENA);
    }

    private static SeatEntry seat(String id, long version, Instant at, UUID therapist, int number) {
        return new SeatEntry(id, version, at, List.of(new Seat(therapist, number)), false, Map.of());
    }

    private static SeatEntry nothing(String id, long version, Instant at) {
        return new SeatEntry(id, version, at, List.of(), false, Map.of());
    }

    private static SeatEntry offered(String id, UUID therapist, Instant at) {
        return new SeatEntry(id, 1, NOON, List.of(), false, Map.of(therapist, at));
    }
}
