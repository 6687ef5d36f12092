package org.rapport.matching.referrals.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.ReferralsContract;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.referrals.domain.SeatBook;
import org.rapport.matching.referrals.domain.SeatEntries;
import org.rapport.matching.referrals.domain.Seats;
import org.rapport.matching.referrals.domain.Stories;
import org.rapport.matching.referrals.domain.TakenSeats;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoReferralsIT extends RunningMatching {
    @Test
    void the_book_of_seats_is_told_of_an_own_write_without_asking() {
        SeatBook book = context.getBean(SeatBook.class);
        MongoReferrals referrals = context.getBean(MongoReferrals.class);
        UUID therapist = UUID.randomUUID();
        UUID person = offeredToGrace("Vale Told");
        referrals.decide(person, r -> r.offer(therapist, List.of(), MAYA.id(), Stories.MONDAY, Stories.TWO_DAYS));
        assertThat(book.lastOffered(therapist)).contains(Stories.MONDAY);

        referrals.decide(person, r -> r.accept(2, therapist, new Seat(therapist, 7), Stories.MONDAY));
        referrals.holdForExistingClients(therapist, 1);
        assertThat(book.taken(therapist)).isEqualTo(new TakenSeats(Set.of(1, 7), 1));
    }

    @Nested
    class OnTheStore extends ReferralsContract {
        @Override
        protected Referrals referrals() {
            return context.getBean(MongoReferrals.class);
        }

        @Override
        protected Seats seats() {
            return context.getBean(MongoReferrals.class);
        }

        @Override
        protected SeatEntries entries() {
            return context.getBean(MongoReferrals.class);
        }
    }
}
