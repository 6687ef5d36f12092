package org.rapport.notification.consents.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

public final class InMemoryPeople implements People {
    private final Map<UUID, Choices> people = new HashMap<>();

    @Override
    public synchronized Optional<Choices> find(UUID inquiryId) {
        return Optional.ofNullable(people.get(inquiryId));
    }

    @Override
    public synchronized Saving save(Choices choices) {
        long version = find(choices.inquiryId()).map(Choices::version).orElse(0L);
        if (version != choices.version()) {
            return Saving.STALE;
        }
        people.put(
                choices.inquiryId(), new Choices(choices.inquiryId(), version + 1, choices.now(), choices.earlier()));
        return Saving.SAVED;
    }
}
