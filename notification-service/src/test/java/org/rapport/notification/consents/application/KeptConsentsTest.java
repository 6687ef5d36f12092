package org.rapport.notification.consents.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.consents.application.ReportMail.What;
import org.rapport.notification.consents.domain.Choices.Choice;
import org.rapport.notification.consents.domain.InMemoryAddresses;
import org.rapport.notification.consents.domain.InMemoryPeople;
import org.rapport.notification.consents.domain.Reply;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Consents.Consent;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Purpose;
import org.rapport.notification.messages.domain.Suppression;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class KeptConsentsTest {
    private static final Contact ANA = new Contact(
            "Ana",
            "ana@example.org",
            "+13125550199",
            Set.of(Channel.EMAIL, Channel.SMS),
            Locale.ENGLISH,
            ZoneId.of("America/Chicago"));

    private final UUID inquiry = UUID.randomUUID();
    private final SettableClock clock = SettableClock.at("2026-11-23T15:00:00Z");
    private final InMemoryAddresses addresses = new InMemoryAddresses();
    private final KeptConsents consents = new KeptConsents(new InMemoryPeople(), addresses, clock);
    private final AnswerTextHandler texts = new AnswerTextHandler(addresses, clock);
    private final ReportMailHandler mails = new ReportMailHandler(addresses, clock);

    @Test
    void who_chose_nothing_is_reached_as_they_said_when_they_came() {
        assertThat(consents.of(inquiry, Purpose.CALLS, ANA)).isEqualTo(new Consent(ANA, Map.of()));
    }

    @Test
    void each_purpose_goes_the_ways_chosen_for_it_in_the_language_and_zone_chosen() {
        consents.choose(
                inquiry,
                new Choice(
                        Map.of(Purpose.REMINDERS, Set.of(Channel.SMS), Purpose.CALLS, Set.of(Channel.EMAIL)),
                        Locale.of("es"),
                        ZoneId.of("America/Denver"),
                        clock.instant()));
        Contact reminded = consents.of(inquiry, Purpose.REMINDERS, ANA).contact();
        assertThat(reminded.channels()).containsExactly(Channel.SMS);
        assertThat(reminded.language()).isEqualTo(Locale.of("es"));
        assertThat(reminded.zone()).isEqualTo(ZoneId.of("America/Denver"));
        assertThat(consents.of(inquiry, Purpose.CALLS, ANA).contact().channels())
                .containsExactly(Channel.EMAIL);
        assertThat(consents.of(inquiry, Purpose.NEWS, ANA).contact().channels()).isEmpty();
        assertThat(consents.of(UUID.randomUUID(), Purpose.NEWS, ANA).contact()).isEqualTo(ANA);
    }

    @Test
    void after_a_stop_no_text_goes_to_the_number_whoever_comes_with_it() {
        assertThat(texts.handle(new AnswerText("1", "+13125550199", "Stop.")).reply())
                .isEqualTo(Reply.STOPPED);
        Consent stopped = consents.of(UUID.randomUUID(), Purpose.REMINDERS, ANA);
        assertThat(stopped.contact().channels()).containsExactly(Channel.EMAIL);
        assertThat(stopped.closed()).isEqualTo(Map.of(Channel.SMS, Suppression.TEXTS_STOPPED));

        assertThat(texts.handle(new AnswerText("2", "+13125550199", "START")).reply())
                .isEqualTo(Reply.STARTED);
        assertThat(consents.of(inquiry, Purpose.REMINDERS, ANA)).isEqualTo(new Consent(ANA, Map.of()));
    }

    @Test
    void mail_that_came_back_or_was_unwanted_closes_the_address() {
        mails.handle(new ReportMail("Ana@Example.org", What.BOUNCED));
        assertThat(consents.of(inquiry, Purpose.NEWS, ANA).closed())
                .isEqualTo(Map.of(Channel.EMAIL, Suppression.ADDRESS_BOUNCED));
        mails.handle(new ReportMail("ana@example.org", What.COMPLAINED));
        Consent complained = consents.of(inquiry, Purpose.NEWS, ANA);
        assertThat(complained.closed()).isEqualTo(Map.of(Channel.EMAIL, Suppression.ADDRESS_COMPLAINED));
        assertThat(complained.contact().channels()).containsExactly(Channel.SMS);
    }

    @Test
    void what_was_never_wanted_is_told_as_that_and_not_as_closed() {
        texts.handle(new AnswerText("1", "+13125550199", "STOP"));
        Contact mailOnly =
                new Contact(ANA.name(), ANA.email(), ANA.phone(), Set.of(Channel.EMAIL), ANA.language(), ANA.zone());
        assertThat(consents.of(inquiry, Purpose.CALLS, mailOnly).closed()).isEmpty();
    }
}
