package org.rapport.booking;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.testkit.ArchitectureRules;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingArchitectureTest {

    @Test
    void every_ring_sees_only_what_it_may() {
        ArchitectureRules.check("org.rapport.booking");
    }
}
