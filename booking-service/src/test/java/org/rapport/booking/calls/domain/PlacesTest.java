package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.capped;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.IsoWeek;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlacesTest {

    private static final Instant TUESDAY = Instant.parse("2027-01-12T15:00:00Z");
    private static final LocalDate DATE = LocalDate.parse("2027-01-12");
    private static final Host HOST = host(MAYA, "Maya", capped(2, 3), everyDay("09:00", "17:00"));

    @Test
    void a_place_is_a_number_on_a_date_and_in_an_iso_week_of_the_hosts_calendar() {
        assertThat(new Places(2, 1).claims(MAYA, CHICAGO, TUESDAY))
                .extracting(Claim::key)
                .containsExactly("host|" + MAYA + "|day|2027-01-12|2", "host|" + MAYA + "|week|2027-W02|1");
        Instant lateOnMonday = Instant.parse("2027-01-12T05:30:00Z");
        assertThat(new Places(1, 0).claims(MAYA, CHICAGO, lateOnMonday))
                .extracting(Claim::key)
                .containsExactly("host|" + MAYA + "|day|2027-01-11|1");
        assertThat(Claim.inWeek(MAYA, IsoWeek.of(LocalDate.parse("2027-01-01")), 1)
                        .key())
                .endsWith("|2026-W53|1");
    }

    @Test
    void the_first_number_nobody_has_is_free_and_a_full_day_or_week_has_none() {
        assertThat(Places.free(HOST, TUESDAY, Set.of())).contains(new Places(1, 1));
        assertThat(Places.free(HOST, TUESDAY, Set.of(day(1), week(1), week(2)))).contains(new Places(2, 3));
        assertThat(Places.free(HOST, TUESDAY, Set.of(day(1), day(2)))).isEmpty();
        assertThat(Places.free(HOST, TUESDAY, Set.of(week(1), week(2), week(3))))
                .isEmpty();
        Host uncapped = host(MAYA, "Maya", capped(null, null), everyDay("09:00", "17:00"));
        assertThat(Places.free(uncapped, TUESDAY, Set.of(day(1)))).contains(new Places(0, 0));
    }

    @Test
    void who_moves_within_a_day_or_a_week_keeps_the_number_there() {
        Places own = new Places(2, 3);
        assertThat(own.moved(capped(2, 3), DATE, DATE)).isEqualTo(own);
        assertThat(own.moved(capped(2, 3), DATE, DATE.plusDays(1))).isEqualTo(new Places(1, 3));
        assertThat(own.moved(capped(2, 3), DATE, DATE.plusDays(7))).isEqualTo(new Places(1, 1));
        assertThat(own.moved(capped(1, null), DATE, DATE)).isEqualTo(new Places(1, 0));
    }

    private static Claim day(int number) {
        return Claim.onDay(MAYA, DATE, number);
    }

    private static Claim week(int number) {
        return Claim.inWeek(MAYA, IsoWeek.of(DATE), number);
    }
}
