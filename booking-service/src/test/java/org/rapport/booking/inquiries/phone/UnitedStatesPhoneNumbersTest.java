package org.rapport.booking.inquiries.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.inquiries.domain.PhoneNumbers.PhoneReading;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnitedStatesPhoneNumbersTest {

    private final UnitedStatesPhoneNumbers numbers = new UnitedStatesPhoneNumbers();

    @ParameterizedTest
    @CsvSource({
        "(312) 867-5309, +13128675309",
        "312.867.5309, +13128675309",
        "1 312 867 5309, +13128675309",
        "+1 312 867 5309, +13128675309",
        "+34 612 34 56 78, +34612345678",
        "+52 55 5123 4567, +525551234567",
        "+52 (312) 312-4567, +523123124567"
    })
    void a_number_is_kept_in_one_form(String typed, String number) {
        assertThat(numbers.read(typed)).isEqualTo(new PhoneReading.Accepted(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-800-FLOWERS",
                "312 867",
                "1234567890123456789012345678901234567890",
                "٣١٢٨٦٧٥٣٠٩",
                "３１２８６７５３０９",
                "*67 312 867 5309",
                "3128675309,,1234#",
                "3128675309 ext. 12",
                "tel:3128675309",
                "+1 012 867 5309",
                "312\r\n8675309"
            })
    void what_is_no_number_is_unreadable(String typed) {
        assertThat(numbers.read(typed)).isEqualTo(new PhoneReading.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", "9 1 1", "1 900 555 1234", "+8816 2123 4567", "+870 773 111 632", "+979 1234 56789"})
    void premium_satellite_and_emergency_numbers_are_not_rung(String typed) {
        assertThat(numbers.read(typed)).isEqualTo(new PhoneReading.NotAllowed());
    }
}
