package org.rapport.notification.messages.domain;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** By which channels the practice sends which kinds; a kind that is not named goes by all it has, one with none not at all. */
public record PracticeChannels(Map<MessageKind, Set<Channel>> chosen) {
    public PracticeChannels {
        chosen = Map.copyOf(chosen);
        chosen.forEach(PracticeChannels::check);
    }

    private static void check(MessageKind kind, Set<Channel> channels) {
        if (!kind.channels().containsAll(channels)) {
            throw new IllegalArgumentException(kind + " goes by " + kind.channels() + " at most, not by " + channels);
        }
        if (kind.isOfSafety() && channels.isEmpty()) {
            throw new IllegalArgumentException(kind + " cannot be switched off");
        }
    }

    public boolean allows(MessageKind kind, Channel channel) {
        Set<Channel> allowed = chosen.get(kind);
        return allowed == null || allowed.contains(channel);
    }

    /** The contact as if the person had chosen no more than the practice sends by, so that one way takes the place of another. */
    public Contact applied(MessageKind kind, Contact contact) {
        return new Contact(
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.channels().stream()
                        .filter(channel -> allows(kind, channel))
                        .collect(Collectors.toUnmodifiableSet()),
                contact.language(),
                contact.zone());
    }
}
