package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.Language;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.visitors.domain.MessageLimits;
import org.rapport.booking.visitors.domain.Taking;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressLimitsTest {

    private static final UUID HOLD = new UUID(1, 1);

    private final List<String> counted = new ArrayList<>();
    private final Set<String> exhausted = new HashSet<>();
    private final AddressLimits limits = new AddressLimits(new MessageLimits((what, who, _) -> {
        counted.add(what + " " + who);
        return exhausted.contains(who) ? new Taking.Refused(Duration.ofHours(1)) : new Taking.Granted();
    }));

    @Test
    void pain_27_a_phone_that_no_message_goes_to_is_not_asked_so_nobody_learns_whether_it_was_used() {
        Person typist = reachedBy(Channel.EMAIL);
        exhausted.add(key(typist, ClientKey.Means.PHONE));
        assertThat(limits.areReached(typist, HOLD)).isFalse();
        assertThat(limits.areTextsReached(typist, HOLD)).isFalse();
        assertThat(counted).containsExactly("MESSAGES " + key(typist, ClientKey.Means.EMAIL));
    }

    @Test
    void an_e_mail_address_that_no_message_goes_to_is_not_asked_either() {
        Person typist = reachedBy(Channel.SMS);
        exhausted.add(key(typist, ClientKey.Means.EMAIL));
        assertThat(limits.areReached(typist, HOLD)).isFalse();
        assertThat(limits.areTextsReached(typist, HOLD)).isFalse();
        assertThat(counted).containsExactly("MESSAGES " + key(typist, ClientKey.Means.PHONE));
    }

    @Test
    void a_phone_that_has_had_its_texts_ends_texts_and_never_the_mail() {
        Person both = person("Alex");
        assertThat(limits.areTextsReached(both, new UUID(1, 2))).isFalse();
        exhausted.add(key(both, ClientKey.Means.PHONE));
        assertThat(limits.areReached(both, HOLD)).isFalse();
        assertThat(limits.areTextsReached(both, HOLD)).isTrue();
        assertThat(both.byMailAlone().channels()).containsExactly(Channel.EMAIL);
        assertThat(both.byMailAlone().phone()).as("staff may call").isEqualTo(both.phone());
    }

    private static String key(Person person, ClientKey.Means means) {
        return ClientKey.of(person).stream()
                .filter(key -> key.means() == means)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static Person reachedBy(Channel channel) {
        return new Person(
                "Alex",
                "alex@example.org",
                "+13125550142",
                CHICAGO,
                "IL",
                Language.EN,
                Set.of(channel),
                true,
                "2026-11");
    }
}
