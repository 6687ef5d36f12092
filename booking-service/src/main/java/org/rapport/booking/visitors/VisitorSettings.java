package org.rapport.booking.visitors;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.rapport.booking.visitors.domain.Limited;
import org.rapport.booking.visitors.domain.Rate;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code rapport.visitors}; the values are in {@code booking-service.yml}.
 *
 * @param trustedProxies networks whose word on the visitor's address counts
 * @param mostRemembered how many visitors' counts are kept
 * @param quickestForm who fills in a form faster than this is no person
 * @param oldestForm a form open for longer is sent again
 */
@ConfigurationProperties("rapport.visitors")
record VisitorSettings(
        List<String> trustedProxies,
        long mostRemembered,
        Duration quickestForm,
        Duration oldestForm,
        Map<Limited, List<Rate>> limits) {

    VisitorSettings {
        for (Limited what : Limited.values()) {
            if (limits.getOrDefault(what, List.of()).isEmpty()) {
                throw new IllegalArgumentException("rapport.visitors.limits has none for " + what);
            }
        }
    }
}
