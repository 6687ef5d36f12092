package org.rapport.booking.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.CallId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestSeedTest {

    @Test
    void no_id_of_a_request_passes_for_one_in_a_bundle() {
        assertThat(IntStream.range(0, 500).mapToObj(number -> new RequestSeed("key " + number).id("call")))
                .allMatch(id -> id.version() == 5 && id.variant() == 2)
                .noneMatch(id -> new CallId(id).isInBundle())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_request_gets_the_same_ids() {
        UUID first = new RequestSeed("key").id("call");
        assertThat(new RequestSeed("key").id("call")).isEqualTo(first);
        assertThat(new RequestSeed("key").id("inquiry")).isNotEqualTo(first);
    }
}
