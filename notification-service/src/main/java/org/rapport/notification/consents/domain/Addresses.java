package org.rapport.notification.consents.domain;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Addresses to which something happened. */
public interface Addresses {
    int MOST_ATTEMPTS = 20;

    Optional<Address> find(AddressKey key);

    /** One conditional write on the version that was read. */
    Saving save(Address address);

    /** Applies the rule to the address as it stands, again while others write first. */
    default Address decide(AddressKey key, UnaryOperator<Address> rule) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Address before = find(key).orElseGet(() -> Address.untouched(key));
            Address after = rule.apply(before);
            if (after.equals(before) || save(after) == Saving.SAVED) {
                return after;
            }
        }
        throw new IllegalStateException("others keep writing the address");
    }
}
