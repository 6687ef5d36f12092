package org.rapport.booking.visitors.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How many messages strangers can cause to one address. Nobody is told that it is too many: who types an address would learn
 * from it whether somebody else did.
 */
public final class MessageLimits {

    private static final int MOST_REMEMBERED = 10_000;

    private final Limits limits;
    private final Map<Occasion, Boolean> answers = new Latest();

    public MessageLimits(Limits limits) {
        this.limits = limits;
    }

    /**
     * As {@link #areReached(Collection)}, once for each occasion: sent again, by a second click for example, it counts nothing
     * and is answered the same.
     *
     * @param addresses hashed
     */
    public boolean areReached(Collection<String> addresses, UUID occasion) {
        synchronized (answers) {
            return answers.computeIfAbsent(
                    new Occasion(occasion, Set.copyOf(addresses)), once -> areReached(once.addresses()));
        }
    }

    /**
     * Counts one more to each; whether one of them has had enough.
     *
     * @param addresses hashed
     */
    public boolean areReached(Collection<String> addresses) {
        return addresses.stream()
                        .filter(address -> limits.take(Limited.MESSAGES, address) instanceof Taking.Refused)
                        .count()
                > 0;
    }

    private record Occasion(UUID id, Set<String> addresses) {}

    private static final class Latest extends LinkedHashMap<Occasion, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Occasion, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
