package org.rapport.notification.consents.application;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.notification.consents.domain.Address;
import org.rapport.notification.consents.domain.AddressKey;
import org.rapport.notification.consents.domain.Addresses;
import org.rapport.notification.consents.domain.Choices;
import org.rapport.notification.consents.domain.Choices.Choice;
import org.rapport.notification.consents.domain.Closure;
import org.rapport.notification.consents.domain.People;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Consents;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Purpose;
import org.rapport.notification.messages.domain.Suppression;

/** What a person chose, less the addresses that are closed. */
public final class KeptConsents implements Consents {
    private final People people;
    private final Addresses addresses;
    private final Clock clock;

    public KeptConsents(People people, Addresses addresses, Clock clock) {
        this.people = people;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Consent of(UUID inquiryId, Purpose purpose, Contact known) {
        Contact chosen = choice(inquiryId, known).appliedTo(known, purpose);
        Map<Channel, Suppression> closed = new EnumMap<>(Channel.class);
        closed(known).forEach((channel, closure) -> closed.put(channel, closure.suppression()));
        Set<Channel> open = chosen.channels().stream()
                .filter(channel -> !closed.containsKey(channel))
                .collect(Collectors.toUnmodifiableSet());
        Contact reachable =
                new Contact(chosen.name(), chosen.email(), chosen.phone(), open, chosen.language(), chosen.zone());
        // What was not wanted anyway is told as that.
        closed.keySet().retainAll(chosen.channels());
        return new Consent(reachable, closed);
    }

    /** What a person chose, else what they said when they came. */
    public Choice choice(UUID inquiryId, Contact known) {
        return people.find(inquiryId).map(Choices::now).orElseGet(() -> Choice.asKnown(known, clock.instant()));
    }

    public void choose(UUID inquiryId, Choice choice) {
        people.decide(inquiryId, choice, choices -> choices.choose(choice));
    }

    public Map<Channel, Closure> closed(Contact known) {
        Map<Channel, Closure> closed = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            known.address(channel)
                    .flatMap(address -> addresses.find(AddressKey.of(channel, address)))
                    .map(Address::closed)
                    .ifPresent(closure -> closed.put(channel, closure));
        }
        return closed;
    }
}
