package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Fault;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState.Failed;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Occasion.ClientMatched;
import org.rapport.notification.messages.domain.Suppression;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ChannelsOfAMessageTest {
    private final LedgerFixture practice = new LedgerFixture();

    @ParameterizedTest
    @CsvSource({"EMAIL, true, CHANNEL_NOT_WANTED", "SMS, false, NO_ADDRESS"})
    void a_channel_the_person_did_not_allow_or_has_no_address_for_is_not_used(
            Channel only, boolean hasPhone, Suppression reason) {
        practice.facts.clients.put(
                practice.inquiry,
                new Contact(
                        "Ana",
                        "ana@example.org",
                        hasPhone ? "+13125550199" : null,
                        Set.of(only),
                        Locale.ENGLISH,
                        LedgerFixture.CHICAGO));
        practice.happens(practice.booked());
        practice.wakeDue();
        assertThat(practice.texted()).isEmpty();
        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.SMS))
                .isEqualTo(new Suppressed(reason, practice.clock.instant()));
    }

    private void clientAllows(Channel... channels) {
        practice.facts.clients.put(
                practice.inquiry,
                new Contact(
                        "Ana",
                        "ana@example.org",
                        "+13125550199",
                        Set.of(channels),
                        Locale.ENGLISH,
                        LedgerFixture.CHICAGO));
    }

    @Test
    void who_allows_only_texts_gets_the_questionnaire_and_the_match_by_text() {
        clientAllows(Channel.SMS);
        practice.happens(practice.questionnaireSent());
        practice.happens(new ClientMatched(
                practice.inquiry, UUID.randomUUID(), practice.host, practice.host, LedgerFixture.MONDAY_NINE));
        practice.wakeDue();
        assertThat(practice.texted()).containsExactlyInAnyOrder("INTAKE_LINK", "MATCHED");
        assertThat(practice.mailed()).containsExactly("MATCHED_COORDINATOR");
    }

    @Test
    void who_allows_both_gets_the_questionnaire_once() {
        clientAllows(Channel.EMAIL, Channel.SMS);
        practice.happens(practice.questionnaireSent());
        practice.wakeDue();
        assertThat(practice.mailed()).containsExactly("INTAKE_LINK");
        assertThat(practice.texted()).isEmpty();
        assertThat(practice.state(MessageKind.INTAKE_LINK, Channel.SMS))
                .isEqualTo(new Suppressed(Suppression.OTHER_CHANNEL, practice.clock.instant()));
    }

    @Test
    void without_a_provider_a_text_fails_at_once_and_says_why() {
        clientAllows(Channel.SMS);
        DeliverMessageHandler mailOnly = practice.sendingBy(Map.of(Channel.EMAIL, practice.mail));
        practice.happens(practice.booked());
        mailOnly.handle(new DeliverMessage(
                practice.message(MessageKind.CALL_CONFIRMATION, Channel.SMS).id()));
        assertThat(practice.state(MessageKind.CALL_CONFIRMATION, Channel.SMS))
                .isEqualTo(new Failed(Fault.NO_PROVIDER, practice.clock.instant()));
    }
}
