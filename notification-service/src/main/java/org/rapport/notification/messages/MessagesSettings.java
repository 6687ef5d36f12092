package org.rapport.notification.messages;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code rapport.notification}; the values are in {@code notification-service.yml}.
 *
 * @param senderName what the practice is called in mails, texts and invites: neutral, never its own name
 * @param host right-hand side of message ids and calendar UIDs; must never change
 * @param lease how long one attempt may take
 * @param abreast how many messages of one channel are sent at once
 * @param breakerRest how long a provider that keeps failing is left alone
 */
@ConfigurationProperties("rapport.notification")
record MessagesSettings(
        String senderName,
        String senderAddress,
        String host,
        URI smtpUrl,
        URI smsUrl,
        String smsFrom,
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
