package org.rapport.matching;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.testkit.ArchitectureRules;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchingArchitectureTest {
    @Test
    void the_structure_holds() {
        ArchitectureRules.check("org.rapport.matching");
    }
}
