package org.rapport.notification.messages;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code rapport.notification}; the values are in {@code notification-service.yml}.
 *
 * @param smsUrl of the SMS gateway; absent where the practice has none
 * @param lease how long one attempt may take
 * @param abreast how many messages of one channel are sent at once
 * @param breakerRest how long a provider that keeps failing is left alone
 */
@ConfigurationProperties("rapport.notification")
record MessagesSettings(
        URI smtpUrl,
        @Nullable URI smsUrl,
        Duration connect,
        Duration answer,
        Duration lease,
        Duration firstRetry,
        Duration longestRetry,
        Duration breakerRest,
        LocalTime quietFrom,
        LocalTime quietTo,
        int abreast) {

    /** The addresses may carry a password. */
    @Override
    public String toString() {
        return "MessagesSettings";
    }
}
