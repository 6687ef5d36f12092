package org.rapport.booking.calls.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.hosts.domain.HostRole;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallDocumentTest {

    @Test
    void a_call_stored_before_calls_had_types_is_of_the_type_everybody_could_book() {
        assertThat(untyped(HostRole.COORDINATOR).callType()).isEqualTo("coordinator-call");
        assertThat(untyped(HostRole.THERAPIST).callType()).isEqualTo("therapist-call");
    }

    private static Call untyped(HostRole role) {
        Instant start = Instant.parse("2027-01-12T15:00:00Z");
        return new CallDocument(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        role,
                        null,
                        start,
                        start.plusSeconds(1200),
                        start,
                        start.plusSeconds(1800),
                        "America/Chicago",
                        "America/Chicago",
                        "00",
                        List.of(),
                        null,
                        null,
                        null,
                        0,
                        CallDocument.Kind.BOOKED,
                        start,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                .toBundle(UUID.randomUUID().toString(), 1)
                .lead();
    }
}
