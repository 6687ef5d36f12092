package org.rapport.notification.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.notification.messages.application.Letter;
import org.rapport.notification.messages.application.Letter.Invite.Purpose;
import org.rapport.notification.messages.application.Letters.Briefing;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageId;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Subject;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ThymeleafLettersTest {
    private static final Instant AT = Instant.parse("2026-11-20T21:00:00Z");
    private static final Instant START = Instant.parse("2026-11-24T21:00:00Z");
    private static final UUID INQUIRY = UUID.randomUUID();
    private static final UUID CALL = UUID.randomUUID();
    private static final UUID HOST = UUID.randomUUID();

    /** What would tell a stranger who reads over a shoulder what kind of practice this is, or what somebody answered. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "therap|terap|psych|psic|psiqui|counsel|consejer|mental|clinic|clínic|diagnos|trauma|anxi|ansied|depres|suicid"
                    + "|phq|gad-?7|lcsw|lcpc|lmft|\\blpc\\b|psyd|phd|score|puntuaci|patient|paciente|treatment|tratamiento"
                    + "|session|sesión|feeling|sentimiento",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What one text of 160 characters may hold: one accented character more, and it holds 70. */
    private static final String GSM_7 = "[A-Za-z0-9 \n@£$¥èéùìòÇØøÅåÄÖÑÜ§¿äöñüàÆæßÉ¡_!\"#%&'()*+,./:;<=>?-]+";

    private static final Pattern INVITES_A_REPLY = Pattern.compile(
            "\\b(reply|respond|text back|responda|conteste|stop|yes|cancel)\\b", Pattern.CASE_INSENSITIVE);

    private final ThymeleafLetters letters = new ThymeleafLetters(
            new Templates(),
            _ -> Optional.empty(),
            "Lakeside Office",
            "(312) 555-0142",
            (instant, zone, locale) ->
                    DateTimeFormatter.ofPattern("EEE d MMM, h:mm a VV", locale).format(instant.atZone(zone)),
            new ExampleLinks());

    static Stream<Arguments> everyMessage() {
        return Stream.of(MessageKind.values())
                .flatMap(kind -> kind.channels().stream()
                        .flatMap(channel ->
                                Stream.of("en", "es", "pl").map(language -> Arguments.of(kind, channel, language))));
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void no_message_says_what_kind_of_practice_this_is(MessageKind kind, Channel channel, String language) {
        Letter letter = letter(kind, channel, language, "Ana Ruiz");
        String invite = letter.invite() == null ? "" : letter.invite().summary();
        assertThat(letter.subject() + "\n" + letter.text() + "\n" + invite).doesNotContainPattern(FORBIDDEN);
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void every_variable_is_filled(MessageKind kind, Channel channel, String language) {
        Letter letter = letter(kind, channel, language, "Ana Ruiz");
        String all = letter.subject() + "\n" + letter.text();
        assertThat(all).doesNotContain("${", "[(", "[#", "[/]", "null", "Subject:");
        if (channel == Channel.EMAIL) {
            assertThat(letter.subject()).isNotBlank().doesNotContain("Ana", "Ruiz", "Maya");
            assertThat(letter.text()).contains("Ana").doesNotContain("Ruiz");
        }
        Set<String> variables = Variables.of(kind);
        if (variables.contains(Variables.LINK)) {
            assertThat(letter.text()).contains("https://rapport.example/");
        }
        if (variables.contains(Variables.WHEN)) {
            assertThat(all).contains("America/Los_Angeles");
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CALL_CONFIRMATION",
                "CALL_REMINDER_24H",
                "CALL_MOVED",
                "CALL_DOUBLED",
                "CALL_UNCONFIRMED",
                "CALL_MISSED_BY_CLIENT",
                "CALL_MISSED_BY_US",
                "CALL_CANCELLED",
                "WAIT_LIST_JOINED",
                "WAIT_LIST_OFFERED",
                "WAIT_LIST_ENDED",
                "INTAKE_LINK",
                "INTAKE_NUDGE",
                "INTAKE_LAPSED",
                "MATCHED",
                "CHOICE_LINK"
            })
    void a_text_is_short_has_no_name_and_asks_for_no_answer(MessageKind kind) {
        for (String language : List.of("en", "es")) {
            Letter letter = letter(kind, Channel.SMS, language, "Ana Ruiz");
            assertThat(letter.text())
                    .hasSizeLessThan(320)
                    .doesNotContain("Ana", "Ruiz", "Maya", "\n")
                    .doesNotContainPattern(INVITES_A_REPLY)
                    .startsWith("Lakeside Office");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INTAKE_LINK, en, 2",
        "INTAKE_LINK, es, 2",
        "CHOICE_LINK, en, 2",
        "CHOICE_LINK, es, 2",
        "MATCHED, en, 1",
        "MATCHED, es, 1"
    })
    void a_text_needs_few_segments_of_the_plain_alphabet(MessageKind kind, String language, int segments) {
        String text = letter(kind, Channel.SMS, language, "Ana Ruiz").text();
        assertThat(text).matches(GSM_7).hasSizeLessThanOrEqualTo(segments == 1 ? 160 : segments * 153);
    }

    @Test
    void a_text_on_a_lock_screen_says_nothing_of_need_or_answers() {
        for (String language : List.of("en", "es")) {
            for (MessageKind kind : List.of(
                    MessageKind.INTAKE_LINK,
                    MessageKind.INTAKE_NUDGE,
                    MessageKind.INTAKE_LAPSED,
                    MessageKind.CHOICE_LINK,
                    MessageKind.MATCHED)) {
                assertThat(letter(kind, Channel.SMS, language, "Ana").text())
                        .doesNotContainIgnoringCase(
                                "988", "911", "answer", "respuesta", "questionnaire", "cuestionario");
            }
        }
    }

    @Test
    void a_client_is_written_to_in_their_language_and_staff_in_english() {
        assertThat(letter(MessageKind.MATCHED, Channel.EMAIL, "es", "Ana").text())
                .startsWith("Hola, Ana:");
        assertThat(letter(MessageKind.MATCHED, Channel.EMAIL, "pl", "Ana").text())
                .startsWith("Hello Ana,");
        assertThat(letter(MessageKind.SAFETY_ALERT, Channel.EMAIL, "es", "Ana").text())
                .startsWith("Hello Ana,");
    }

    @ParameterizedTest
    @CsvSource({
        "CALL_CONFIRMATION, REQUEST",
        "CALL_BOOKED_HOST, REQUEST",
        "CALL_MOVED, REQUEST",
        "CALL_MOVED_HOST, REQUEST",
        "CALL_CANCELLED, CANCEL",
        "CALL_CANCELLED_HOST, CANCEL",
        "CALL_NOT_CHOSEN, CANCEL",
        "CALL_REMINDER_24H,",
        "MATCHED,"
    })
    void calls_carry_an_invite_with_the_calls_id_and_revision(MessageKind kind, @Nullable Purpose purpose) {
        Letter letter = letter(kind, Channel.EMAIL, "en", "Ana");
        if (purpose == null) {
            assertThat(letter.invite()).isNull();
        } else {
            Letter.Invite invite = Objects.requireNonNull(letter.invite());
            assertThat(invite)
                    .isEqualTo(new Letter.Invite(
                            CALL, 3, purpose, "Call - Lakeside Office", START, START.plus(Duration.ofMinutes(20))));
        }
    }

    @Test
    void pain_18_the_invite_after_n_moves_has_sequence_n_and_the_same_call() {
        for (int moves = 1; moves <= 4; moves++) {
            Message moved = message(MessageKind.CALL_MOVED, Channel.EMAIL, moves);
            Letter letter = letters.write(new Briefing(moved, contact("Ana", "en", null), call(), AT, "Maya"));
            Letter.Invite invite = Objects.requireNonNull(letter.invite());
            assertThat(invite.sequence()).isEqualTo(moves);
            assertThat(invite.callId()).isEqualTo(CALL);
            assertThat(invite.purpose()).isEqualTo(Purpose.REQUEST);
        }
    }

    @Test
    void who_has_no_call_under_this_address_is_told_of_none() {
        for (String language : List.of("en", "es")) {
            for (Channel channel : Channel.values()) {
                Message doubled = message(MessageKind.CALL_DOUBLED, channel);
                String none = letters.write(
                                new Briefing(doubled, contact("Ana", language, "+13125550199"), null, AT, null))
                        .text();
                assertThat(none)
                        .contains("https://rapport.example/book/times")
                        .doesNotContain("/calls/", "stands", "en pie", "2026");
                assertThat(letter(MessageKind.CALL_DOUBLED, channel, language, "Ana")
                                .text())
                        .contains("https://rapport.example/calls/")
                        .doesNotContain("/book/times");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {"CALL_CONFIRMATION", "CALL_MOVED", "CALL_REMINDER_24H", "CALL_DOUBLED"})
    void a_change_is_promised_only_while_it_can_be_made(MessageKind kind) {
        String change = "move|cancel|or change|cambiar|cancelar";
        for (String language : List.of("en", "es")) {
            for (Channel channel : Channel.values()) {
                Contact ana = contact("Ana", language, "+13125550199");
                Message message = message(kind, channel);
                String late = letters.write(new Briefing(message, ana, call(), START, "Maya"))
                        .text();
                assertThat(late)
                        .contains("https://rapport.example/calls/")
                        .doesNotContainPattern("(?<!be changed online|se puede )\\b(" + change + ")")
                        .doesNotContain("  ", "[");
                assertThat(letter(kind, channel, language, "Ana").text()).containsPattern(change);
            }
        }
    }

    @Test
    void who_gave_no_number_is_asked_to_call() {
        Contact withoutPhone = contact("Ana", "en", null);
        Letter letter = letters.write(
                new Briefing(message(MessageKind.CALL_CONFIRMATION, Channel.EMAIL), withoutPhone, call(), AT, "Maya"));
        assertThat(letter.text()).contains("Please call us at that time").doesNotContain("will call you");
        assertThat(letter(MessageKind.CALL_CONFIRMATION, Channel.EMAIL, "en", "Ana")
                        .text())
                .contains("will call you")
                .doesNotContain("Please call us at that time");
    }

    @Test
    void a_hostile_name_reaches_neither_subject_nor_template_engine() {
        Letter letter =
                letter(MessageKind.CALL_CONFIRMATION, Channel.EMAIL, "en", "[(${7*7})]\r\nBcc:everybody@example.org");
        assertThat(letter.subject()).isEqualTo("Your call with Lakeside Office is booked");
        assertThat(letter.text()).startsWith("Hello,").doesNotContain("49", "Bcc", "@");
    }

    private Letter letter(MessageKind kind, Channel channel, String language, String name) {
        return letters.write(new Briefing(
                message(kind, channel),
                contact(name, language, "+13125550199"),
                call(),
                AT,
                "https://rapport.example/wait-list/offers/" + "t".repeat(64),
                "Maya Thompson"));
    }

    private static Contact contact(String name, String language, @Nullable String phone) {
        return new Contact(
                name,
                "ana@example.org",
                phone,
                Set.of(Channel.EMAIL, Channel.SMS),
                Locale.of(language),
                ZoneId.of("America/Los_Angeles"));
    }

    private static CallFact call() {
        return new CallFact(CALL, true, 3, START, START.plus(Duration.ofMinutes(20)), START, null);
    }

    private static Message message(MessageKind kind, Channel channel) {
        return message(kind, channel, 3);
    }

    private static Message message(MessageKind kind, Channel channel, int revision) {
        return new Message(
                new MessageId(CALL + "|" + revision + "|" + kind + "|" + channel + "|" + INQUIRY),
                1,
                INQUIRY,
                new Subject(CALL, revision),
                kind,
                channel,
                new Client(INQUIRY),
                HOST,
                START,
                START,
                new Planned(START, 0, null));
    }
}
