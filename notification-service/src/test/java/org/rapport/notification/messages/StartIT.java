package org.rapport.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rapport.notification.NotificationApplication;
import org.rapport.testkit.TestServers;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service of a real practice: no sample data. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
final class StartIT {
    private static ConfigurableApplicationContext start(String... settings) {
        String prefix = TestServers.freshDatabase();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--rapport.secret=a secret for tests that is long enough",
                "--rapport.delivery.mongodb-uri=" + TestServers.store(),
                "--rapport.delivery.database=" + prefix + "notification",
                "--rapport.delivery.kafka=" + TestServers.broker(),
                "--spring.cloud.stream.default.group=" + prefix + "notification"));
        arguments.addAll(Arrays.asList(settings));
        return NotificationApplication.application().run(arguments.toArray(String[]::new));
    }

    @Test
    void without_a_sender_it_does_not_start_and_says_what_to_set(CapturedOutput output) {
        assertThatThrownBy(() -> start().close()).hasRootCauseInstanceOf(SenderMissing.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "RAPPORT_SENDER_NAME", "Set these environment variables");
    }

    @Test
    void without_a_gateway_it_starts() {
        try (ConfigurableApplicationContext service = start(
                "--RAPPORT_SENDER_NAME=Harbor Office",
                "--RAPPORT_SENDER_ADDRESS=office@harbor.test",
                "--RAPPORT_SENDER_HOST=harbor.test",
                "--rapport.practice.phone=(414) 288-7100")) {
            assertThat(service.getBean(MessagesSettings.class).smsUrl()).isNull();
        }
    }
}
