package org.rapport.notification;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.testkit.ArchitectureRules;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class NotificationArchitectureTest {
    @Test
    void the_service_keeps_its_rings() {
        ArchitectureRules.check("org.rapport.notification");
    }
}
