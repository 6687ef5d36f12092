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
 * @param perSecond how many messages of each channel go out in a second, by this instance, at most
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
        Map<Channel, Integer> perSecond,
        Duration lateAfter,
        Duration lateLook,
        Schedule schedule,
        TextCaps textCaps,
        @Nullable Map<MessageKind, Set<Channel>> channels) {

    MessagesSettings {
        for (Channel channel : Channel.values()) {
            if (perSecond.getOrDefault(channel, 0) < 1) {
                throw new IllegalArgumentException("how many messages a second by " + channel + " is not set");
            }
        }
    }

    /** The time between two messages of a channel. */
    Duration apart(Channel channel) {
        return Duration.ofSeconds(1).dividedBy(perSecond.getOrDefault(channel, 1));
    }

    /** Until the last of those that are sent at once has its turn, on the slower channel. */
    Duration longestTurn() {
        return Duration.ofSeconds(1)
                .plus(apart(Channel.EMAIL).multipliedBy(abreast))
                .plus(apart(Channel.SMS).multipliedBy(abreast));
    }

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
