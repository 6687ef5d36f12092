package org.rapport.notification.messages;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.PracticeChannels;
import org.rapport.notification.messages.domain.Schedule;
import org.rapport.notification.messages.domain.TextCaps;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code rapport.notification}; the values are in {@code notification-service.yml}.
 *
 * @param smsUrl of the SMS gateway; absent where the practice has none
 * @param lease how long one attempt may take
 * @param abreast how many messages of one channel are sent at once
 * @param lateAfter how long a due message may wait before staff are told
 * @param lateLook how often that is looked at
 * @param channels of kinds that go by fewer channels than they could; none: not at all
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
        int abreast,
        Duration lateAfter,
        Duration lateLook,
        Schedule schedule,
        TextCaps textCaps,
        @Nullable Map<MessageKind, Set<Channel>> channels) {

    /** Says so and does not start, if a kind cannot go that way. */
    PracticeChannels practiceChannels() {
        return new PracticeChannels(channels == null ? Map.of() : channels);
    }

    /** The addresses may carry a password. */
    @Override
    public String toString() {
        return "MessagesSettings";
    }
}
