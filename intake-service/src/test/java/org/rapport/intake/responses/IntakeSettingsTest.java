package org.rapport.intake.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The service's own file, with and without the variables that operators are told of. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeSettingsTest {
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withPropertyValues("spring.config.name=intake-service")
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(IntakeSettings.class)
    static class Settings {}

    @Test
    void what_the_variables_say_counts() {
        service.withPropertyValues(
                        "RAPPORT_INTAKE_MASTER_KEY=file:/keys/intake.json",
                        "RAPPORT_INTAKE_FORMER_MASTER_KEY=file:/keys/former.json",
                        "RAPPORT_INTAKE_ESCALATE_AFTER=5m",
                        "RAPPORT_INTAKE_NUDGE_AFTER=12h,2d")
                .run(started -> assertThat(started.getBean(IntakeSettings.class))
                        .isEqualTo(new IntakeSettings(
                                Duration.ofMinutes(5),
                                List.of(Duration.ofHours(12), Duration.ofDays(2)),
                                "file:/keys/intake.json",
                                "file:/keys/former.json")));
    }

    @Test
    void without_them_the_key_is_derived_and_people_are_reminded_after_a_day_and_three() {
        service.run(started -> assertThat(started.getBean(IntakeSettings.class))
                .isEqualTo(new IntakeSettings(
                        Duration.ofMinutes(15), List.of(Duration.ofDays(1), Duration.ofDays(3)), "", "")));
    }
}
