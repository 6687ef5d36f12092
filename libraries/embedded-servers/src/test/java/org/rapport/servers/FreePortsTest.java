package org.rapport.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Scanner;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FreePortsTest {
    @Test
    void no_port_is_given_twice() {
        assertThat(FreePorts.some(2_000)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(FreePorts.some(2_000));
    }

    @Test
    void a_port_that_is_listened_on_is_not_free() throws IOException {
        int port = FreePorts.one();
        assertThat(FreePorts.isFree(port)).isTrue();
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(port)).isFalse();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_system_gives_none_of_them_to_a_client() throws IOException {
        try (Scanner range = new Scanner(Path.of("/proc/sys/net/ipv4/ip_local_port_range"), UTF_8)) {
            int firstForClients = range.nextInt();
            assertThat(FreePorts.some(2_000)).allMatch(port -> port < firstForClients);
        }
    }
}
