package org.rapport.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadLettersTest {

    @Test
    void no_event_waits_long_for_a_poll_and_offsets_are_not_committed_one_by_one() {
        var container = new ConcurrentMessageListenerContainer<byte[], byte[]>(
                new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("topic"));
        DeadLetters.configure(container, "group", new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())));

        assertThat(container.getContainerProperties().getPollTimeout()).isLessThanOrEqualTo(50);
        assertThat(container.getContainerProperties().getAckMode()).isEqualTo(AckMode.TIME);
    }
}
