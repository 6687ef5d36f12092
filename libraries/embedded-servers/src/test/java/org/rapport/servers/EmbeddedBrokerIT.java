package org.rapport.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedBrokerIT {
    @TempDir
    private Path folder;

    @Test
    void a_kept_folder_resumes_on_the_same_port_and_closes_fast() throws Exception {
        EmbeddedBroker first = EmbeddedBroker.start(folder, 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", first.address()))) {
            admin.createTopics(List.of(new NewTopic("calls", Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }
        assertThat(send(first)).isZero();
        long begun = System.nanoTime();
        first.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));

        try (EmbeddedBroker second = EmbeddedBroker.start(folder, port(first))) {
            assertThat(second.address()).isEqualTo(first.address());
            assertThat(send(second)).isOne();
        }
    }

    @Test
    void a_folder_in_use_and_a_taken_port_are_refused() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("in use by another process");
            assertThatThrownBy(() -> EmbeddedBroker.start(folder.resolve("other"), port(broker)))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("the port is taken");
        }
    }

    @Test
    void kafka_cannot_end_this_process() {
        EmbeddedBroker.start(folder, 0).close();

        assertThatThrownBy(() -> Exit.halt(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Exit.exit(1)).isInstanceOf(IllegalStateException.class);
    }

    private static long send(EmbeddedBroker broker) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            return producer.send(new ProducerRecord<>("calls", "key", "value"))
                    .get()
                    .offset();
        }
    }

    private static int port(EmbeddedBroker broker) {
        return Integer.parseInt(broker.address().substring(broker.address().lastIndexOf(':') + 1));
    }
}
