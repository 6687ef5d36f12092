package org.rapport.notification.consents.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Purpose;

/**
 * How one person chose to be reached, on the page of choices; who never opened it has none, and what they said when they came
 * holds.
 *
 * @param version of the stored document, 0 while it is not stored
 * @param now what holds
 * @param earlier what held before, the newest last
 */
public record Choices(UUID inquiryId, long version, Choice now, List<Choice> earlier) {
    private static final int MOST_KEPT = 100;

    /** @param channels of every purpose; none means that nothing is sent */
    public record Choice(Map<Purpose, Set<Channel>> channels, Locale language, ZoneId zone, Instant at) {
        public Choice {
            Map<Purpose, Set<Channel>> all = new EnumMap<>(Purpose.class);
            for (Purpose purpose : Purpose.values()) {
                all.put(purpose, Set.copyOf(channels.getOrDefault(purpose, Set.of())));
            }
            channels = Map.copyOf(all);
        }

        /** What somebody said when they came, of every purpose alike. */
        public static Choice asKnown(Contact contact, Instant at) {
            Map<Purpose, Set<Channel>> all = new EnumMap<>(Purpose.class);
            for (Purpose purpose : Purpose.values()) {
                all.put(purpose, contact.channels());
            }
            return new Choice(all, contact.language(), contact.zone(), at);
        }

        public Set<Channel> of(Purpose purpose) {
            return channels.getOrDefault(purpose, Set.of());
        }

        public Contact appliedTo(Contact known, Purpose purpose) {
            return new Contact(known.name(), known.email(), known.phone(), of(purpose), language, zone);
        }

        boolean saysTheSameAs(Choice other) {
            return channels.equals(other.channels) && language.equals(other.language) && zone.equals(other.zone);
        }
    }

    public Choices {
        earlier = List.copyOf(earlier);
    }

    public static Choices first(UUID inquiryId, Choice choice) {
        return new Choices(inquiryId, 0, choice, List.of());
    }

    public Choices choose(Choice next) {
        if (next.saysTheSameAs(now)) {
            return this;
        }
        List<Choice> longer = new ArrayList<>(earlier);
        longer.add(now);
        return new Choices(
                inquiryId, version, next, longer.subList(Math.max(0, longer.size() - MOST_KEPT), longer.size()));
    }
}
