package org.rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Always on the embedded broker, for its folder is what must survive. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokerKillIT {
    @TempDir
    private Path folder;

    @Test
    void a_killed_broker_comes_back_on_its_port_with_all_it_acknowledged() throws Exception {
        String topic;
        String address;
        try (ServerProcess broker = ServerProcess.broker(folder, 0)) {
            address = broker.address();
            topic = BrokerContract.freshTopic(address);
            BrokerContract.send(address, topic, 500);
            broker.kill();
        }
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));

        Instant killed = Instant.now();
        try (ServerProcess again = ServerProcess.broker(folder, port)) {
            System.out.println("[tests] broker back after SIGKILL in "
                    + Duration.between(killed, Instant.now()).toMillis() + " ms");
            assertThat(again.address()).isEqualTo(address);
            assertThat(BrokerContract.read(address, topic, 500))
                    .extracting(ConsumerRecord::value)
                    .containsExactlyElementsOf(BrokerContract.values(500));
        }
    }
}
