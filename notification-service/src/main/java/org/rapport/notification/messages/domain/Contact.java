package org.rapport.notification.messages.domain;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How to reach a person, as known at this moment; never stored here. */
public record Contact(
        String name,
        @Nullable String email,
        @Nullable String phone,
        Set<Channel> channels,
        Locale language,
        ZoneId zone) {

    public Contact {
        channels = Set.copyOf(channels);
    }

    public boolean wants(Channel channel) {
        return channels.contains(channel);
    }

    public Optional<String> address(Channel channel) {
        String address = switch (channel) {
            case EMAIL -> email;
            case SMS -> phone;
        };
        return Optional.ofNullable(address).filter(given -> !given.isBlank());
    }

    /** Whether anything may and can go to the person by this channel. */
    public boolean hasWay(Channel channel) {
        return wants(channel) && address(channel).isPresent();
    }

    /** A record prints its components, and these must not get into a log. */
    @Override
    public String toString() {
        return "Contact[" + channels + ", " + language + ", " + zone + "]";
    }
}
