package org.rapport.booking.calendars.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.calendars.domain.CalendarAddress.Reading;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarAddressTest {

    private static final TrustedHosts TRUSTED = new TrustedHosts(Set.of("Calendar.Internal"));

    @ParameterizedTest
    @CsvSource({
        "https://one.example/a.ics?key=b, https://one.example/a.ics?key=b",
        "webcal://one.example/a.ics, https://one.example/a.ics",
        "WEBCALS://one.example/a.ics, https://one.example/a.ics",
        "http://calendar.internal:8080/a.ics, http://calendar.internal:8080/a.ics"
    })
    void an_encrypted_address_is_taken_and_one_that_is_trusted(String typed, String taken) {
        assertThat(CalendarAddress.read(typed, TRUSTED))
                .isInstanceOfSatisfying(
                        Reading.Good.class,
                        good -> assertThat(good.address().uri()).hasToString(taken));
    }

    @ParameterizedTest
    @CsvSource({
        "http://one.example/a.ics, ADDRESS_NOT_ENCRYPTED",
        "one.example/a.ics, ADDRESS_UNREADABLE",
        "file:///etc/passwd, ADDRESS_UNREADABLE",
        "ftp://one.example/a.ics, ADDRESS_UNREADABLE",
        "https://user:secret@one.example/a.ics, ADDRESS_UNREADABLE",
        "https:///a.ics, ADDRESS_UNREADABLE",
        "https://one example/a.ics, ADDRESS_UNREADABLE",
        "javascript:alert(1), ADDRESS_UNREADABLE"
    })
    void anything_else_is_not(String typed, CalendarFault.Kind fault) {
        assertThat(CalendarAddress.read(typed, TRUSTED)).isEqualTo(new Reading.Faulty(fault));
    }

    @Test
    void an_address_of_more_than_two_thousand_characters_is_none() {
        String longest = "https://one.example/" + "a".repeat(1_980);
        assertThat(CalendarAddress.read(longest, TRUSTED)).isInstanceOf(Reading.Good.class);
        assertThat(CalendarAddress.read(longest + "a", TRUSTED))
                .isEqualTo(new Reading.Faulty(CalendarFault.Kind.ADDRESS_UNREADABLE));
    }
}
