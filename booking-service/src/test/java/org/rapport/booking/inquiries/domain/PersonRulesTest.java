package org.rapport.booking.inquiries.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.inquiries.domain.PersonCheck.Accepted;
import org.rapport.booking.inquiries.domain.PersonCheck.Rejected;
import org.rapport.booking.inquiries.phone.UnitedStatesPhoneNumbers;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonRulesTest {

    private final PersonRules rules = new PersonRules(new UnitedStatesPhoneNumbers());

    @Test
    void a_person_is_taken_in_with_phone_in_one_form() {
        Person person = accepted(with("Alex Rivera", "alex@example.org", "(312) 867-5309", "America/Chicago"));
        assertThat(person.phone()).isEqualTo("+13128675309");
        assertThat(person.channels()).containsExactlyInAnyOrder(Channel.EMAIL, Channel.SMS);
    }

    @Test
    void an_empty_form_names_every_fault_at_once() {
        PersonAnswers nothing = new PersonAnswers(null, null, null, null, null, null, List.of(), false, null);
        assertThat(faults(nothing))
                .containsExactly(
                        PersonFault.NAME_MISSING,
                        PersonFault.ZONE_UNKNOWN,
                        PersonFault.STATE_UNKNOWN,
                        PersonFault.LANGUAGE_UNKNOWN,
                        PersonFault.CHANNELS_MISSING,
                        PersonFault.CONSENT_MISSING);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CALL, -, 3128675309, -, -",
                "CALL, alex@example.org, -, EMAIL, -",
                "CALL, alex@example.org, -, -, CHANNELS_MISSING",
                "CALL, -, -, -, CHANNELS_MISSING",
                "CALL, -, -, EMAIL, EMAIL_MISSING",
                "CALL_BACK, -, 3128675309, -, -",
                "CALL_BACK, alex@example.org, -, EMAIL, PHONE_TO_CALL_MISSING",
                "QUESTIONNAIRE, -, 3128675309, -, CHANNELS_MISSING",
                "QUESTIONNAIRE, -, 3128675309, SMS, -",
                "NOTHING_YET, -, 3128675309, -, -",
                "NOTHING_YET, alex@example.org, -, EMAIL, -"
            })
    void of_who_phones_an_address_or_a_number_is_enough(
            Wish wish,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String channel,
            @Nullable PersonFault fault) {
        PersonAnswers answers = new PersonAnswers(
                "Alex",
                email,
                phone,
                "America/Chicago",
                "IL",
                "en",
                channel == null ? List.of() : List.of(channel),
                false,
                "2026-11");
        PersonCheck check = rules.check(answers, wish);
        if (fault == null) {
            assertThat(check).isInstanceOf(Accepted.class);
        } else {
            assertThat(check).isEqualTo(new Rejected(List.of(fault)));
        }
    }

    @Test
    void who_comes_without_staff_is_never_kept_without_a_way_to_write_to_them() {
        PersonAnswers answers = new PersonAnswers(
                "Alex", null, "3128675309", "America/Chicago", "IL", "en", List.of(), false, "2026-11");
        assertThat(rules.check(answers)).isEqualTo(new Rejected(List.of(PersonFault.CHANNELS_MISSING)));
        assertThat(rules.check(answers, InquiryPath.CALL_ME_BACK))
                .isEqualTo(new Rejected(List.of(PersonFault.CHANNELS_MISSING)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "${7*7} {{7*7}} [[${7*7}]]",
                "Renée O'Connor-Łukasz",
                "李小龍",
                "=HYPERLINK(\"http://x\")",
                "Nunez\u0303"
            })
    void people_are_called_what_they_are_called(String name) {
        assertThat(accepted(with(name, "alex@example.org", "3128675309", "America/Chicago"))
                        .name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B\u200B", "\u2066\u2069", "\u00A0"})
    void a_blank_name_is_missing(String name) {
        assertThat(faults(with(name, "alex@example.org", "3128675309", "America/Chicago")))
                .containsExactly(PersonFault.NAME_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alex\r\nBcc: x@example.org",
                "Alex\u0000",
                "Alex\u202Exela",
                "Alex\u2028Rivera",
                "Alex\u001B[31m"
            })
    void a_name_is_one_readable_line(String name) {
        assertThat(faults(with(name, "alex@example.org", "3128675309", "America/Chicago")))
                .containsExactly(PersonFault.NAME_UNREADABLE);
    }

    @Test
    void a_name_of_a_novel_is_too_long() {
        assertThat(faults(with("a".repeat(101), "alex@example.org", "3128675309", "America/Chicago")))
                .containsExactly(PersonFault.NAME_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alex",
                "alex@",
                "@example.org",
                "alex@example",
                "alex@example.org\r\nBcc: y@example.org",
                "alex%0d%0aBcc@example.org",
                "alex@example.org,other@example.org",
                "alex@example.org;other@example.org",
                "\"alex rivera\"@example.org",
                "user@[127.0.0.1]",
                "user@127.0.0.1",
                "аlex@example.org",
                "alex\u202E@example.org",
                "-oQ/tmp/x@example.org",
                "alex..r@example.org",
                "alex.@example.org",
                "Alex <alex@example.org>",
                "{\"$ne\": null}"
            })
    void an_address_that_could_be_anything_else_is_refused(String email) {
        assertThat(faults(with("Alex", email, "3128675309", "America/Chicago")))
                .containsExactly(PersonFault.EMAIL_INVALID);
    }

    @Test
    void an_address_of_320_characters_is_refused() {
        String email = "a".repeat(64) + "@" + "b".repeat(60).concat(".").repeat(4) + "example.org";
        assertThat(faults(with("Alex", email, "3128675309", "America/Chicago")))
                .containsExactly(PersonFault.EMAIL_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EST",
                "GMT",
                "UTC",
                "GMT+5",
                "+05:00",
                "Etc/GMT+5",
                "SystemV/CST6CDT",
                "../../etc/localtime",
                "Mars/Base",
                "america/chicago",
                "America/Chicago\r\n"
            })
    void a_zone_is_a_place_on_earth(String zone) {
        assertThat(faults(with("Alex", "alex@example.org", "3128675309", zone)))
                .containsExactly(PersonFault.ZONE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, '', 3128675309, EMAIL_MISSING",
        "SMS, alex@example.org, '', PHONE_MISSING",
        "SMS, '', 911, PHONE_NOT_ALLOWED",
        "SMS, '', 1-800-FLOWERS, PHONE_INVALID",
        "FAX, alex@example.org, 3128675309, CHANNELS_UNKNOWN"
    })
    void each_channel_needs_its_address(String channel, String email, String phone, PersonFault fault) {
        PersonAnswers answers = new PersonAnswers(
                "Alex", email, phone, "America/Chicago", "IL", "en", List.of(channel), false, "2026-11");
        assertThat(faults(answers)).containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"il", "XX", "Illinois", "{\"$ne\":null}"})
    void a_state_is_a_code_of_the_postal_service(String state) {
        PersonAnswers answers = new PersonAnswers(
                "Alex", "alex@example.org", null, "America/Chicago", state, "es", List.of("EMAIL"), false, "2026-11");
        assertThat(faults(answers)).containsExactly(PersonFault.STATE_UNKNOWN);
    }

    private static PersonAnswers with(String name, String email, @Nullable String phone, String zone) {
        return new PersonAnswers(name, email, phone, zone, "IL", "en", List.of("EMAIL", "SMS"), true, "2026-11");
    }

    private Person accepted(PersonAnswers answers) {
        assertThat(rules.check(answers)).isInstanceOf(Accepted.class);
        return ((Accepted) rules.check(answers)).person();
    }

    private List<PersonFault> faults(PersonAnswers answers) {
        assertThat(rules.check(answers)).isInstanceOf(Rejected.class);
        return ((Rejected) rules.check(answers)).faults();
    }
}
