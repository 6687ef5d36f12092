package org.rapport.intake;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.testkit.ArchitectureRules;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeArchitectureTest {

    @Test
    void the_rings_see_only_what_they_may() {
        ArchitectureRules.check("org.rapport.intake");
    }
}
