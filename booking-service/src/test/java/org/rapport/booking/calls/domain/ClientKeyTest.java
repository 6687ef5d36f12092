package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.person;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientKeyTest {

    @Test
    void one_address_is_one_key_however_it_is_typed_and_the_key_does_not_show_it() {
        List<ClientKey> alex = ClientKey.of(person("Alex", "Alex@Example.org", "+13125550142"));
        assertThat(alex).isEqualTo(ClientKey.of(person("A.", "alex@example.ORG", "+13125550142")));
        assertThat(alex).hasSize(2).doesNotHaveDuplicates();
        assertThat(alex.toString()).doesNotContain("alex", "example", "312555");
        assertThat(ClientKey.of(person("Alex", "alexa@example.org", "+13125550143")))
                .doesNotContainAnyElementsOf(alex);
    }

    @Test
    void a_key_is_read_as_it_was_written() {
        for (ClientKey key : ClientKey.of(person("Alex"))) {
            assertThat(ClientKey.parse(key.toString())).isEqualTo(key);
        }
    }
}
