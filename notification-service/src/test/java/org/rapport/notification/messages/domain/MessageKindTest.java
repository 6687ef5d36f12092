package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MessageKindTest {
    /** Columns: what the person allows, which addresses they have, then what a mail and a text each come to ("-": sent). */
    @ParameterizedTest(name = "{0} to one who allows {1} and has {2}: mail {3}, text {4}")
    @CsvSource({
        "INTAKE_LINK,       EMAIL SMS, EMAIL SMS, -,                  OTHER_CHANNEL",
        "INTAKE_LINK,       EMAIL SMS, SMS,       NO_ADDRESS,         -",
        "INTAKE_LINK,       EMAIL SMS, EMAIL,     -,                  NO_ADDRESS",
        "INTAKE_LINK,       SMS,       EMAIL SMS, CHANNEL_NOT_WANTED, -",
        "INTAKE_LINK,       EMAIL,     EMAIL SMS, -,                  CHANNEL_NOT_WANTED",
        "MATCHED,           EMAIL SMS, EMAIL SMS, -,                  OTHER_CHANNEL",
        "MATCHED,           SMS,       EMAIL SMS, CHANNEL_NOT_WANTED, -",
        "CHOICE_LINK,       EMAIL SMS, EMAIL SMS, -,                  OTHER_CHANNEL",
        "CHOICE_LINK,       SMS,       EMAIL SMS, CHANNEL_NOT_WANTED, -",
        "CALL_CONFIRMATION, EMAIL SMS, EMAIL SMS, -,                  OTHER_CHANNEL",
        "CALL_CONFIRMATION, SMS,       EMAIL SMS, CHANNEL_NOT_WANTED, -",
        "WAIT_LIST_OFFERED, EMAIL SMS, EMAIL SMS, -,                  OTHER_CHANNEL",
        "WAIT_LIST_OFFERED, SMS,       EMAIL SMS, CHANNEL_NOT_WANTED, -",
        "CALL_REMINDER_24H, EMAIL SMS, EMAIL SMS, -,                  -",
        "CALL_MOVED,        EMAIL SMS, EMAIL SMS, -,                  -",
        "CALL_CANCELLED,    EMAIL SMS, EMAIL SMS, -,                  -",
        "CALL_CANCELLED,    SMS,       EMAIL SMS, CHANNEL_NOT_WANTED, -",
    })
    void what_goes_to_whom_by_which_channel(MessageKind kind, String allows, String has, String byMail, String byText) {
        Contact contact = new Contact(
                "Ana",
                address(has, Channel.EMAIL, "ana@example.org"),
                address(has, Channel.SMS, "+13125550199"),
                channels(allows),
                Locale.ENGLISH,
                ZoneOffset.UTC);
        assertThat(kind.channels()).containsExactly(Channel.EMAIL, Channel.SMS);
        assertThat(objection(kind, Channel.EMAIL, contact)).isEqualTo(byMail);
        assertThat(objection(kind, Channel.SMS, contact)).isEqualTo(byText);
    }

    @ParameterizedTest(name = "by {0} and to one who has {1}")
    @CsvSource({"EMAIL SMS, EMAIL SMS", "EMAIL, EMAIL SMS", "SMS, EMAIL SMS", "SMS, SMS", "EMAIL, EMAIL"})
    void what_answers_a_booking_goes_the_same_ways_whether_or_not_the_address_has_a_call(String allows, String has) {
        Contact contact = new Contact(
                "Ana",
                address(has, Channel.EMAIL, "ana@example.org"),
                address(has, Channel.SMS, "+13125550199"),
                channels(allows),
                Locale.ENGLISH,
                ZoneOffset.UTC);
        for (Channel channel : Channel.values()) {
            assertThat(Stream.of(MessageKind.CALL_CONFIRMATION, MessageKind.CALL_UNCONFIRMED, MessageKind.CALL_DOUBLED)
                            .map(kind -> objection(kind, channel, contact)))
                    .as("unknown address, known address, busy person by %s", channel)
                    .containsOnly(objection(MessageKind.CALL_CONFIRMATION, channel, contact));
        }
    }

    private static String objection(MessageKind kind, Channel channel, Contact contact) {
        return kind.objectionTo(channel, contact).map(Suppression::name).orElse("-");
    }

    private static @Nullable String address(String has, Channel channel, String address) {
        return channels(has).contains(channel) ? address : null;
    }

    private static Set<Channel> channels(String names) {
        return Arrays.stream(names.split(" ", -1)).map(Channel::valueOf).collect(Collectors.toSet());
    }
}
