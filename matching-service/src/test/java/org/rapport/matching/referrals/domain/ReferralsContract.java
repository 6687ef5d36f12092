package org.rapport.matching.referrals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.TWO_DAYS;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.referrals.domain.Selection.Order;
import org.rapport.matching.referrals.domain.Selection.Ownership;

/** What referrals and seats promise, kept in memory or in the store. Ids are fresh, so that other tests' documents do no harm. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ReferralsContract {
    private final UUID therapist = UUID.randomUUID();

    protected abstract Referrals referrals();

    protected abstract Seats seats();

    protected abstract SeatEntries entries();

    @Test
    void a_referral_is_read_as_it_was_written() {
        Referral written = matched(UUID.randomUUID(), 1);

        assertThat(referrals().save(written, List.of())).isEqualTo(Saving.SAVED);
        assertThat(referrals().find(written.inquiryId())).contains(atVersion(written, 1));
    }

    @Test
    void what_was_never_written_is_not_found() {
        assertThat(referrals().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void every_event_moves_the_version_on() {
        Referral written = open(UUID.randomUUID());
        referrals()
                .save(
                        written,
                        List.of(
                                new ReferralEvent.ReferralOpened(written.inquiryId(), MONDAY),
                                new ReferralEvent.ReferralAssigned(written.inquiryId(), MAYA, MONDAY)));

        assertThat(referrals().find(written.inquiryId())).map(Referral::version).contains(2L);
    }

    @Test
    void the_second_of_two_writes_is_stale_also_when_both_are_the_first() {
        Referral first = open(UUID.randomUUID());
        referrals().save(first, List.of());
        Referral read = referrals().find(first.inquiryId()).orElseThrow();

        assertThat(referrals().save(first, List.of())).isEqualTo(Saving.STALE);
        assertThat(referrals().save(read, List.of())).isEqualTo(Saving.SAVED);
        assertThat(referrals().save(read, List.of())).isEqualTo(Saving.STALE);
    }

    @Test
    void a_seat_has_one_holder() {
        referrals().save(matched(UUID.randomUUID(), 1), List.of());
        Referral second = matched(UUID.randomUUID(), 1);

        assertThat(referrals().save(second, List.of())).isEqualTo(Saving.TAKEN);
        assertThat(referrals().find(second.inquiryId())).isEmpty();
        assertThat(referrals().save(matched(UUID.randomUUID(), 2), List.of())).isEqualTo(Saving.SAVED);
    }

    @Test
    void a_seat_is_also_refused_to_a_referral_that_was_there_before() {
        referrals().save(matched(UUID.randomUUID(), 1), List.of());
        UUID id = UUID.randomUUID();
        referrals().save(offered(id), List.of());
        Referral accepted = Stories.after(
                referrals().find(id).orElseThrow(), r -> r.accept(1, therapist, new Seat(therapist, 1), MONDAY));

        assertThat(referrals().save(accepted, List.of())).isEqualTo(Saving.TAKEN);
        assertThat(referrals().find(id)).map(Referral::state).contains(ReferralState.OFFERED);
    }

    @Test
    void existing_clients_hold_their_seats_however_often_it_is_said() {
        seats().holdForExistingClients(therapist, 2);
        seats().holdForExistingClients(therapist, 2);

        assertThat(referrals().save(matched(UUID.randomUUID(), 2), List.of())).isEqualTo(Saving.TAKEN);
        assertThat(referrals().save(matched(UUID.randomUUID(), 3), List.of())).isEqualTo(Saving.SAVED);
        assertThat(seats().taken(therapist).numbers().size()).isEqualTo(3);
    }

    @Test
    void existing_clients_get_the_free_numbers_and_give_back_what_they_no_longer_need() {
        referrals().save(matched(UUID.randomUUID(), 2), List.of());

        seats().holdForExistingClients(therapist, 2);
        assertThat(seats().taken(therapist).numbers()).containsExactlyInAnyOrder(1, 2, 3);

        seats().holdForExistingClients(therapist, 1);
        assertThat(seats().taken(therapist).numbers()).containsExactlyInAnyOrder(1, 2);
        assertThat(new SeatBook(entries()).taken(therapist)).isEqualTo(new TakenSeats(Set.of(1, 2), 1));
        assertThat(referrals().save(matched(UUID.randomUUID(), 3), List.of())).isEqualTo(Saving.SAVED);
    }

    @Test
    void everybody_with_a_seat_is_found_by_their_therapist() {
        Referral matched = matched(UUID.randomUUID(), 1);
        referrals().save(matched, List.of());
        referrals().save(offered(UUID.randomUUID()), List.of());

        assertThat(referrals().seatedWith(therapist))
                .extracting(Referral::inquiryId)
                .containsExactly(matched.inquiryId());
    }

    @Test
    void whoever_is_closed_gives_the_seat_to_the_next() {
        UUID id = UUID.randomUUID();
        Referral calm = noted(matched(id, 1), Stories.acknowledged());
        referrals().save(calm, List.of());
        referrals().decide(id, r -> DeskRules.close(r, CloseReason.CARE_ENDED, false, MAYA, MONDAY));

        assertThat(referrals().save(matched(UUID.randomUUID(), 1), List.of())).isEqualTo(Saving.SAVED);
    }

    @Test
    void what_is_over_next_comes_first_and_who_has_no_clock_last() {
        UUID owner = UUID.randomUUID();
        Referral noClock = save(noted(open(UUID.randomUUID()), Stories.sent()), owner);
        Referral later = save(noted(received(UUID.randomUUID(), MONDAY), Stories.submitted()), owner);
        Referral sooner = save(noted(received(UUID.randomUUID(), MONDAY.minusSeconds(9)), Stories.raised()), owner);
        Selection hers = new Selection(EnumSet.allOf(ReferralState.class), false, new Ownership.Of(owner));

        assertThat(referrals().list(hers, Order.DUE, 10))
                .extracting(Referral::inquiryId)
                .containsExactly(sooner.inquiryId(), later.inquiryId(), noClock.inquiryId());
    }

    @Test
    void the_people_of_several_owners_are_one_list() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Referral first = save(open(UUID.randomUUID()), one);
        Referral second = save(open(UUID.randomUUID()), other);
        save(open(UUID.randomUUID()), UUID.randomUUID());
        Set<ReferralState> all = EnumSet.allOf(ReferralState.class);

        assertThat(referrals()
                        .list(new Selection(all, false, new Ownership.AnyOf(Set.of(one, other))), Order.SINCE, 10))
                .extracting(Referral::inquiryId)
                .containsExactlyInAnyOrder(first.inquiryId(), second.inquiryId());
        assertThat(referrals().count(new Selection(all, false, new Ownership.AnyOf(Set.of()))))
                .isZero();
    }

    @Test
    void a_decision_is_made_anew_when_somebody_wrote_in_between() throws Exception {
        UUID id = UUID.randomUUID();
        List<Callable<ReferralDecision>> writers = IntStream.range(0, 10)
                .<Callable<ReferralDecision>>mapToObj(number -> () -> referrals()
                        .decide(
                                id,
                                referral -> referral.note(
                                        new Fact.MessageSent("MATCHED", "EMAIL", MONDAY.plusSeconds(number)),
                                        new Source("message|" + number, 1))))
                .toList();
        AtOnce.all(writers);

        assertThat(referrals().find(id).orElseThrow().history().entries()).hasSize(10);
    }

    @Test
    void twenty_acceptances_at_once_fill_three_seats_and_no_more() throws Exception {
        List<UUID> inquiries =
                IntStream.range(0, 20).mapToObj(_ -> UUID.randomUUID()).toList();
        inquiries.forEach(id -> referrals().save(offered(id), List.of()));

        List<Boolean> accepted = AtOnce.all(inquiries.stream()
                .<Callable<Boolean>>map(id -> () -> acceptsOneOf(id, 3))
                .toList());

        assertThat(accepted).filteredOn(won -> won).hasSize(3);
        assertThat(seats().taken(therapist).numbers().size()).isEqualTo(3);
    }

    @Test
    void of_an_acceptance_and_a_lapse_at_once_one_wins() throws Exception {
        UUID id = UUID.randomUUID();
        referrals().save(offered(id), List.of());
        Instant justBefore = MONDAY.plus(TWO_DAYS).minusMillis(1);

        List<ReferralDecision> decisions = AtOnce.all(List.of(
                () -> referrals().decide(id, r -> r.accept(1, therapist, new Seat(therapist, 1), justBefore)),
                () -> referrals().decide(id, r -> r.lapse(MONDAY.plus(TWO_DAYS)))));

        assertThat(decisions)
                .filteredOn(ReferralDecision.Decided.class::isInstance)
                .hasSize(1);
    }

    @Test
    void the_most_pressing_come_first_then_who_waits_longest() {
        UUID owner = UUID.randomUUID();
        Referral later = save(open(UUID.randomUUID()), owner);
        Referral earlier = save(received(UUID.randomUUID(), MONDAY.minusSeconds(1)), owner);
        Referral submitted = save(noted(open(UUID.randomUUID()), Stories.submitted()), owner);
        Referral inDanger = save(noted(open(UUID.randomUUID()), Stories.raised()), owner);
        Selection hers = new Selection(EnumSet.allOf(ReferralState.class), false, new Ownership.Of(owner));

        assertThat(referrals().list(hers, Order.PRIORITY, 10))
                .extracting(Referral::inquiryId)
                .containsExactly(inDanger.inquiryId(), submitted.inquiryId(), earlier.inquiryId(), later.inquiryId());
        assertThat(referrals().list(hers, Order.SINCE, 10))
                .extracting(Referral::inquiryId)
                .startsWith(earlier.inquiryId());
        assertThat(referrals().list(hers, Order.PRIORITY, 1)).hasSize(1);
        assertThat(referrals().count(hers)).isEqualTo(4);
    }

    @Test
    void a_selection_holds_its_states_and_whoever_is_to_be_seen_to_in_any() {
        UUID owner = UUID.randomUUID();
        Referral open = save(open(UUID.randomUUID()), owner);
        Referral offered = save(noted(offered(UUID.randomUUID()), Stories.acknowledged()), owner);
        Referral endangered = save(offered(UUID.randomUUID()), owner);
        Referral closed = Stories.after(
                open(UUID.randomUUID()), r -> DeskRules.close(r, CloseReason.NOT_REACHED, false, owner, MONDAY));
        Referral back = save(noted(closed, Stories.submitted()), owner);
        Set<ReferralState> states = EnumSet.of(ReferralState.OPEN);

        assertThat(referrals().list(new Selection(states, false, new Ownership.Of(owner)), Order.SINCE, 10))
                .extracting(Referral::inquiryId)
                .containsExactly(open.inquiryId());
        assertThat(referrals().list(new Selection(states, true, new Ownership.Of(owner)), Order.PRIORITY, 10))
                .extracting(Referral::inquiryId)
                .containsExactlyInAnyOrder(endangered.inquiryId(), back.inquiryId(), open.inquiryId())
                .doesNotContain(offered.inquiryId());
    }

    @Test
    void who_has_no_owner_is_found_as_such() {
        Referral unowned = open(UUID.randomUUID());
        referrals().save(unowned, List.of());
        Referral owned = save(open(UUID.randomUUID()), UUID.randomUUID());
        Set<ReferralState> states = EnumSet.of(ReferralState.OPEN);

        assertThat(referrals().list(new Selection(states, true, new Ownership.Nobody()), Order.SINCE, 1_000))
                .extracting(Referral::inquiryId)
                .contains(unowned.inquiryId())
                .doesNotContain(owned.inquiryId());
        assertThat(referrals().list(new Selection(states, true, new Ownership.Anyone()), Order.SINCE, 1_000))
                .extracting(Referral::inquiryId)
                .contains(unowned.inquiryId(), owned.inquiryId());
    }

    private Referral save(Referral referral, UUID owner) {
        Referral owned = Stories.after(referral, r -> r.take(owner, MONDAY));
        assertThat(referrals().save(owned, List.of())).isEqualTo(Saving.SAVED);
        return owned;
    }

    private static Referral received(UUID id, Instant at) {
        return Stories.after(
                Referral.unknown(id),
                r -> r.note(
                        new Fact.InquiryReceived("CALL_ME_BACK", "en", "IL", null, at),
                        new Source("inquiry|" + id, 1)));
    }

    private static Referral noted(Referral referral, Fact fact) {
        return Stories.after(referral, r -> r.note(fact, new Source("noted|" + referral.inquiryId(), 1)));
    }

    @Test
    void offers_are_found_by_therapist_and_remembered_for_fairness() {
        UUID id = UUID.randomUUID();
        referrals().save(offered(id), List.of());

        assertThat(referrals().offeredTo(therapist, 10))
                .extracting(Referral::inquiryId)
                .containsExactly(id);
        assertThat(referrals().offeredTo(UUID.randomUUID(), 10)).isEmpty();
        assertThat(new SeatBook(entries()).lastOffered(therapist)).contains(MONDAY);
    }

    @Test
    void a_book_of_seats_learns_what_was_written_since() {
        SeatBook book = new SeatBook(entries());
        UUID id = UUID.randomUUID();
        referrals().save(matched(id, 2), List.of());
        seats().holdForExistingClients(therapist, 1);
        book.learn(entries().changedSince(Instant.EPOCH.plusMillis(1)));
        assertThat(book.taken(therapist))
                .isEqualTo(seats().taken(therapist))
                .isEqualTo(new TakenSeats(Set.of(1, 2), 1));

        Referral again = Stories.after(referrals().find(id).orElseThrow(), r -> DeskRules.rematch(r, MAYA, MONDAY));
        referrals().save(again, List.of());
        seats().holdForExistingClients(therapist, 0);
        book.learn(entries().changedSince(Instant.EPOCH.plusMillis(1)));
        assertThat(book.taken(therapist)).isEqualTo(TakenSeats.NONE);
        assertThat(book.lastOffered(therapist)).contains(MONDAY);
    }

    private boolean acceptsOneOf(UUID id, int capacity) {
        for (int number = 1; number <= capacity; number++) {
            Seat seat = new Seat(therapist, number);
            if (referrals().decide(id, r -> r.accept(1, therapist, seat, MONDAY)) instanceof ReferralDecision.Decided) {
                return true;
            }
        }
        return false;
    }

    private Referral open(UUID id) {
        return Stories.after(Referral.unknown(id), r -> r.note(Stories.received(), new Source("inquiry|" + id, 1)));
    }

    private Referral offered(UUID id) {
        Referral raised = Stories.after(open(id), r -> r.note(Stories.raised(), new Source("response|" + id, 2)));
        Referral called = Stories.after(raised, r -> r.note(Stories.booked(), new Source("call|" + id, 1)));
        Referral ready = Stories.after(called, r -> r.note(Stories.submitted(), new Source("response|" + id, 3)));
        return Stories.after(ready, r -> r.offer(therapist, List.of(), MAYA, MONDAY, TWO_DAYS));
    }

    private Referral matched(UUID id, int seat) {
        return Stories.after(offered(id), r -> r.accept(1, therapist, new Seat(therapist, seat), MONDAY));
    }

    private static Referral atVersion(Referral r, long version) {
        return new Referral(
                r.inquiryId(), version, r.state(), r.facts(), r.owner(), r.offers(), r.seat(), r.desk(), r.history());
    }
}
