package org.rapport.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.notification.messages.application.Sender;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.web.Practice;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What {@code notification-service.yml} makes of the environment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class SenderSettingsTest {
    private static final List<String> OWN = List.of(
            "RAPPORT_SENDER_NAME=Harbor Office",
            "RAPPORT_SENDER_ADDRESS=office@harbor.test",
            "RAPPORT_SENDER_HOST=harbor.test",
            "RAPPORT_PRACTICE_PHONE=(414) 288-7100",
            "SMS_FROM=+14142887100");

    private static ApplicationContextRunner environment(Stream<String> variables) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.config.name=notification-service")
                .withPropertyValues(variables.toArray(String[]::new))
                .withUserConfiguration(OnlySender.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({MessagesSettings.class, SenderSettings.class})
    static class OnlySender {
        @Bean
        Practice practice(Environment environment) {
            String phone = environment.getProperty("RAPPORT_PRACTICE_PHONE", "(312) 555-0142");
            return new Practice("Practice", phone, ZoneId.of("America/Chicago"));
        }

        @Bean
        Sender sender(SenderSettings sender, MessagesSettings settings, Practice practice, Environment environment) {
            return new MessagesConfiguration()
                    .sender(
                            sender,
                            settings,
                            practice,
                            Objects.requireNonNull(environment.getProperty("rapport.sample-data", Boolean.class)));
        }
    }

    @Test
    void the_fictional_practice_needs_no_settings() {
        environment(Stream.of("RAPPORT_SAMPLE_DATA=true"))
                .run(context -> assertThat(context.getBean(Sender.class))
                        .isEqualTo(new Sender(
                                "Lakeside Office", "office@lakeside.example", "lakeside.example", "+13125550142")));
    }

    @Test
    void a_real_practice_writes_as_itself() {
        environment(OWN.stream())
                .run(context -> assertThat(context.getBean(Sender.class))
                        .isEqualTo(new Sender("Harbor Office", "office@harbor.test", "harbor.test", "+14142887100")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RAPPORT_SENDER_NAME",
                "RAPPORT_SENDER_ADDRESS",
                "RAPPORT_SENDER_HOST",
                "RAPPORT_PRACTICE_PHONE",
                "SMS_FROM"
            })
    void a_real_practice_is_never_taken_for_the_fictional_one(String variable) {
        Stream<String> others = OWN.stream().filter(given -> !given.startsWith(variable));
        environment(Stream.concat(others, Stream.of("SMS_URL=https://sms.harbor.test")))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(SenderMissing.class)
                        .hasMessage("Who messages come from is not set: " + variable + "."));
    }

    @Test
    void everything_that_is_missing_is_named_at_once_with_what_to_do() {
        environment(Stream.of("SMS_URL=https://sms.harbor.test")).run(context -> {
            Throwable failure = Objects.requireNonNull(context.getStartupFailure());
            FailureAnalysis analysis = Objects.requireNonNull(new SenderMissingAnalyzer().analyze(failure));
            assertThat(analysis.getDescription())
                    .contains(
                            "RAPPORT_SENDER_NAME, RAPPORT_SENDER_ADDRESS, RAPPORT_SENDER_HOST, SMS_FROM, RAPPORT_PRACTICE_PHONE");
            assertThat(analysis.getAction()).contains("docs/operations.md", "RAPPORT_SAMPLE_DATA=true");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMS_URL=", "SMS_URL=  ", "UNRELATED=x"})
    void without_a_gateway_no_text_goes_anywhere_and_none_needs_a_number(String variable) {
        Stream<String> mail = OWN.stream().filter(given -> !given.startsWith("SMS_FROM"));
        environment(Stream.concat(mail, Stream.of(variable))).run(context -> {
            MessagesSettings settings = context.getBean(MessagesSettings.class);
            assertThat(settings.smsUrl()).isNull();
            assertThat(MessagesConfiguration.carriers(settings, context.getBean(Sender.class), Clock.systemUTC()))
                    .containsOnlyKeys(Channel.EMAIL);
        });
    }

    @Test
    void with_a_gateway_texts_go() {
        environment(Stream.concat(OWN.stream(), Stream.of("SMS_URL=https://sms.harbor.test")))
                .run(context -> assertThat(MessagesConfiguration.carriers(
                                        context.getBean(MessagesSettings.class),
                                        context.getBean(Sender.class),
                                        Clock.systemUTC())
                                .keySet())
                        .isEqualTo(Set.of(Channel.EMAIL, Channel.SMS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(312) 555-0142", "+1 312 555 0199", "312.555.0100"})
    void a_number_of_fiction_is_not_given_to_clients(String phone) {
        SenderSettings settings = new SenderSettings("a", "b", "c", "d", new Sender("e", "f", "g", "h"));
        assertThatThrownBy(() -> settings.ofRealPractice(phone, true)).hasMessageContaining("RAPPORT_PRACTICE_PHONE");
        assertThat(settings.ofRealPractice("(312) 555-1142", true)).isEqualTo(new Sender("a", "b", "c", "d"));
    }
}
