package org.rapport.booking.visitors.domain;

import java.util.LinkedHashMap;
import java.util.Map;
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
     * Counts one more; whether it is too many. Once for each occasion: sent again, by a second click for example, it counts
     * nothing and is answered the same.
     *
     * @param address hashed
     */
    public boolean areReached(String address, UUID occasion) {
        return isReached(new Occasion(Limited.MESSAGES, address, occasion));
    }

    /**
     * As {@link #areReached}, of texts to a phone whose mails go elsewhere.
     *
     * @param phone hashed
     */
    public boolean areTextsReached(String phone, UUID occasion) {
        return isReached(new Occasion(Limited.TEXTS, phone, occasion));
    }

    private boolean isReached(Occasion occasion) {
        synchronized (answers) {
            return answers.computeIfAbsent(
                    occasion, once -> limits.take(once.what(), once.address(), 1) instanceof Taking.Refused);
        }
    }

    private record Occasion(Limited what, String address, UUID id) {}

    private static final class Latest extends LinkedHashMap<Occasion, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Occasion, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
