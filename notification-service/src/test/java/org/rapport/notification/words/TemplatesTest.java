package org.rapport.notification.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.words.WordFault.Code;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class TemplatesTest {

    @Test
    void a_template_that_uses_what_it_is_not_given_is_found_on_start() {
        assertThat(Templates.faults("call-confirmation.email.en", Channel.EMAIL, Set.of(Variables.OFFICE)))
                .anyMatch(fault -> fault.contains("UNKNOWN_VARIABLE \"when\""));
        assertThat(Templates.faults("no-such.email.en", Channel.EMAIL, Set.of()))
                .containsExactly("templates/notification/no-such.email.en.txt: MISSING");
        assertThat(Templates.faults(
                        "call-confirmation.sms.en", Channel.EMAIL, Variables.of(MessageKind.CALL_CONFIRMATION)))
                .hasSize(1);
    }

    static List<WordKey> everything() {
        return WordKey.all();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void all_words_that_ship_pass_the_check_of_own_words(WordKey key) {
        assertThat(WordCheck.faults(Templates.shipped(key), key.channel(), Variables.of(key.kind())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Our office: your call is on [(${when})].       | ",
                "[# th:if=\"${link}\"]See [(${link})][/]          | ",
                "Subject: hello                                 | SUBJECT_IN_TEXT",
                "Call [(${nobody})]                             | UNKNOWN_VARIABLE",
                "[(${T(java.lang.Runtime).getRuntime()})]       | NOT_UNDERSTOOD",
                "[[${when}]]                                    | NOT_UNDERSTOOD",
                "[# th:utext=\"${when}\"][/]                     | NOT_CLOSED NOT_UNDERSTOOD",
                "__${when}__                                    | NOT_UNDERSTOOD",
                "[# th:if=\"${link}\"]See it                     | NOT_CLOSED",
                "See it[/]                                      | NOT_CLOSED",
                "Your therapy is on [(${when})]                 | FORBIDDEN_WORD",
                "Su psicóloga le espera                         | FORBIDDEN_WORD",
                "Your PHQ-9 score                               | FORBIDDEN_WORD",
                "Reply C to move it                             | INVITES_REPLY",
                "Not on time? Cancel: [(${link})]               | INVITES_REPLY",
            })
    void words_of_a_text_are_refused_for_what_is_wrong_with_them(String text, String codes) {
        List<Code> wanted = codes == null
                ? List.of()
                : List.of(codes.strip().split(" ")).stream().map(Code::valueOf).toList();
        assertThat(WordCheck.faults(text, Channel.SMS, Set.of("when", "link")))
                .extracting(WordFault::code)
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void a_mail_needs_its_subject_and_may_speak_of_cancelling() {
        assertThat(WordCheck.faults("Hello", Channel.EMAIL, Set.of()))
                .extracting(WordFault::code)
                .containsExactly(Code.NO_SUBJECT);
        assertThat(WordCheck.faults("Subject: Hello\nYou can cancel it.", Channel.EMAIL, Set.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "í, 70, 1",
        "í, 71, 2",
        "í, 134, 2",
        "í, 135, 3",
        "€, 80, 1",
        "€, 81, 2"
    })
    void one_letter_outside_the_plain_alphabet_halves_a_segment(String letter, int times, int segments) {
        assertThat(SmsLength.segments(letter.repeat(times))).isEqualTo(segments);
    }
}
