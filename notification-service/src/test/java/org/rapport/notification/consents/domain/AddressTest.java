package org.rapport.notification.consents.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.notification.messages.domain.Channel;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class AddressTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Address OPEN = Address.untouched(AddressKey.of(Channel.SMS, "+13125550199"));
    private static final Address STOPPED = OPEN.receive(new IncomingText("first", Keyword.STOP), NOW);

    @ParameterizedTest(name = "{0}: {1} -> {2}, answered {3}")
    @CsvSource({
        "open,    STOP,  STOPPED, STOPPED",
        "open,    START, ,        NONE",
        "open,    HELP,  ,        HELP",
        "open,    OTHER, ,        UNREAD",
        "stopped, STOP,  STOPPED, NONE",
        "stopped, START, ,        STARTED",
        "stopped, HELP,  STOPPED, HELP",
        "stopped, OTHER, STOPPED, UNREAD",
    })
    void every_state_answers_every_text(String state, Keyword keyword, Closure closed, Reply reply) {
        Address answered = (state.equals("open") ? OPEN : STOPPED).receive(new IncomingText("second", keyword), NOW);
        assertThat(answered.closed()).isEqualTo(closed);
        assertThat(answered.lastReply()).isEqualTo(reply);
    }

    @Test
    void a_text_the_gateway_tells_twice_is_confirmed_in_the_same_words_and_counts_once() {
        Address again = STOPPED.receive(new IncomingText("first", Keyword.STOP), NOW.plusSeconds(9));
        assertThat(again).isEqualTo(STOPPED);
        assertThat(again.lastReply()).isEqualTo(Reply.STOPPED);
    }

    @Test
    void two_machines_that_answer_each_other_fall_silent() {
        Address explained = OPEN.receive(new IncomingText("1", Keyword.OTHER), NOW);
        Address soon = explained.receive(new IncomingText("2", Keyword.OTHER), NOW.plus(Duration.ofHours(23)));
        Address later = soon.receive(new IncomingText("3", Keyword.OTHER), NOW.plus(Duration.ofHours(24)));
        assertThat(soon.lastReply()).isEqualTo(Reply.NONE);
        assertThat(later.lastReply()).isEqualTo(Reply.UNREAD);
    }

    @Test
    void each_change_is_kept_as_proof() {
        Address started = STOPPED.receive(new IncomingText("2", Keyword.START), NOW.plusSeconds(60));
        assertThat(started.changes())
                .containsExactly(
                        new Address.Change(NOW, Closure.STOPPED), new Address.Change(NOW.plusSeconds(60), null));
    }

    @Test
    void an_address_that_bounced_is_opened_by_somebody_who_made_sure_and_a_complaint_by_nobody() {
        Address mail = Address.untouched(AddressKey.of(Channel.EMAIL, "ana@example.org"));
        assertThat(mail.bounced(NOW).closed()).isEqualTo(Closure.BOUNCED);
        assertThat(mail.bounced(NOW).reopened(NOW).closed()).isNull();
        assertThat(mail.bounced(NOW).complained(NOW).closed()).isEqualTo(Closure.COMPLAINED);
        assertThat(mail.complained(NOW).bounced(NOW).closed()).isEqualTo(Closure.COMPLAINED);
        assertThat(mail.complained(NOW).reopened(NOW).closed()).isEqualTo(Closure.COMPLAINED);
        assertThat(STOPPED.reopened(NOW).closed()).isEqualTo(Closure.STOPPED);
    }

    @Test
    void one_address_is_one_in_every_spelling_and_is_not_in_its_key() {
        assertThat(AddressKey.of(Channel.SMS, "+1 (312) 555-0199")).isEqualTo(OPEN.key());
        assertThat(AddressKey.of(Channel.EMAIL, " Ana@Example.org"))
                .isEqualTo(AddressKey.of(Channel.EMAIL, "ana@example.org"));
        assertThat(OPEN.key().toString()).doesNotContain("5550199");
    }
}
