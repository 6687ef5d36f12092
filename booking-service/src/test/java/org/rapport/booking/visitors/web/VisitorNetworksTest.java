package org.rapport.booking.visitors.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitorNetworksTest {

    private final VisitorNetworks networks = new VisitorNetworks(List.of("10.0.0.0/8", "::1"));

    @Test
    void an_address_in_a_header_counts_only_if_a_trusted_proxy_wrote_it() {
        assertThat(of("10.1.2.3", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(of("0:0:0:0:0:0:0:1", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(of("198.51.100.9", "203.0.113.7")).isEqualTo("198.51.100.9");
    }

    @Test
    void what_a_visitor_writes_before_the_proxies_is_not_believed() {
        assertThat(of("10.1.2.3", "1.1.1.1, 203.0.113.7, 10.9.9.9")).isEqualTo("203.0.113.7");
        assertThat(of("10.1.2.3", "1.1.1.1", "203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void addresses_of_one_ipv6_network_are_one_visitor() {
        String one = of("10.1.2.3", "2001:db8:1:2::1");
        assertThat(of("10.1.2.3", "2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(one);
        assertThat(of("10.1.2.3", "2001:db8:1:3::1")).isNotEqualTo(one);
        assertThat(of("10.1.2.3", "::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "example.org", "fe80::1%eth0", "203.0.113.7:443", "999.1.1.1"})
    void what_is_no_address_leaves_that_of_the_proxy(String header) {
        assertThat(of("10.1.2.3", header)).isEqualTo("10.1.2.3");
    }

    private String of(String sender, String... forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(sender);
        for (String header : forwarded) {
            request.addHeader("X-Forwarded-For", header);
        }
        return networks.of(request);
    }
}
