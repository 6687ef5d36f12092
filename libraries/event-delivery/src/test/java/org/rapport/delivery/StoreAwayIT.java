package org.rapport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rapport.delivery.TestDelivery.Counter;
import org.rapport.servers.FreePorts;
import org.rapport.testkit.TestServers;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(OutputCaptureExtension.class)
class StoreAwayIT {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {
        @Bean
        Documents<Counter> counters(DocumentStore store) {
            return store.collection("counters", Counter.class);
        }
    }

    @Test
    void a_service_without_its_store_says_so_and_how_to_mend_it_but_not_the_address(CapturedOutput output) {
        SpringApplicationBuilder service = new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE);
        String[] settings = {
            "--spring.application.name=away",
            "--rapport.delivery.kafka=" + TestServers.broker(),
            "--rapport.delivery.mongodb-uri=mongodb://somebody:password@localhost:" + FreePorts.one()
        };

        assertThatThrownBy(() -> service.run(settings)).isInstanceOf(Exception.class);
        assertThat(output).contains("No MongoDB answers", "set MONGODB_URI");
        assertThat(output.getAll()).doesNotContain("somebody:password");
    }
}
