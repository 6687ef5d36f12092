package org.rapport.notification.consents.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class InMemoryAddresses implements Addresses {
    private final Map<AddressKey, Address> addresses = new HashMap<>();

    @Override
    public synchronized Optional<Address> find(AddressKey key) {
        return Optional.ofNullable(addresses.get(key));
    }

    @Override
    public synchronized Saving save(Address address) {
        long version = find(address.key()).map(Address::version).orElse(0L);
        if (version != address.version()) {
            return Saving.STALE;
        }
        addresses.put(
                address.key(),
                new Address(
                        address.key(),
                        version + 1,
                        address.closed(),
                        address.changes(),
                        address.lastText(),
                        address.lastReply(),
                        address.explainedAt()));
        return Saving.SAVED;
    }
}
