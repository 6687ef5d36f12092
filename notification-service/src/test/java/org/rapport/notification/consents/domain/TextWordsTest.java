package org.rapport.notification.consents.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class TextWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "STOP!!!",
                "StopAll",
                "stop all",
                "QUIT",
                "end",
                "Revoke",
                "OPTOUT",
                "opt out",
                "Opt-Out",
                "opt me out",
                "CANCEL",
                "unsubscribe",
                "please stop",
                "Stop please, thanks",
                "stop texting me",
                "Stop sending me messages",
                "STOP STOP",
                "sotp",
                "stpo",
                "stp",
                "stopp",
                "unsuscribe",
                "cancle",
                "Don't text me",
                "do not contact me again",
                "never text me again",
                "no more texts please",
                "please remove me from your list",
                "take me off",
                "leave me alone",
                "wrong number",
                "ALTO",
                "parar",
                "Baja",
                "cancelar por favor",
                "No me escriban más",
                "no quiero más mensajes",
                "quiero darme de baja",
                "número equivocado"
            })
    void whoever_wants_no_more_is_understood(String text) {
        assertThat(TextWords.read(text).keyword()).isEqualTo(Keyword.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "yes", "Unstop", "start please", "Sí", "INICIAR", "Yes, thank you"})
    void whoever_wants_texts_again_says_so(String text) {
        assertThat(TextWords.read(text).keyword()).isEqualTo(Keyword.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "info", "help me please", "Ayuda"})
    void whoever_asks_for_help_with_texts_is_answered(String text) {
        assertThat(TextWords.read(text).keyword()).isEqualTo(Keyword.HELP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "👍",
                "Can I stop by at five?",
                "I would like to cancel my call on Tuesday and come on Friday",
                "at the end of the week",
                "shop",
                "step",
                "top",
                "stat",
                "starting when?",
                "yes but later than five",
                "I cannot help it",
                "See you tomorrow",
                "no puedo el martes",
            })
    void a_sentence_with_a_keyword_in_it_is_no_keyword(String text) {
        assertThat(TextWords.read(text).keyword()).isEqualTo(Keyword.OTHER);
    }

    @Test
    void the_reply_is_in_the_language_of_the_keyword() {
        assertThat(TextWords.read("alto").spanish()).isTrue();
        assertThat(TextWords.read("Sí").spanish()).isTrue();
        assertThat(TextWords.read("stop").spanish()).isFalse();
    }
}
