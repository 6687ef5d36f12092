package org.rapport.booking.visitors.domain;

import java.util.Collection;

/**
 * How many messages strangers can cause to one address. Nobody is told that it is too many: who types an address would learn
 * from it whether somebody else did.
 */
public final class MessageLimits {

    private final Limits limits;

    public MessageLimits(Limits limits) {
        this.limits = limits;
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
}
