package org.rapport.notification.consents.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.consents.domain.Choices.Choice;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Purpose;

/** What every store of choices and addresses keeps, in memory or not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ConsentsContract {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Choice TEXTS = new Choice(
            Map.of(Purpose.REMINDERS, Set.of(Channel.SMS), Purpose.NEWS, Set.of(Channel.EMAIL, Channel.SMS)),
            Locale.of("es"),
            ZoneId.of("America/Denver"),
            NOW);
    private static final Choice NOTHING =
            new Choice(Map.of(), Locale.of("en"), ZoneId.of("America/Chicago"), NOW.plusSeconds(1));

    private final UUID inquiry = UUID.randomUUID();
    private final AddressKey key = AddressKey.of(Channel.SMS, "+1" + Math.abs((long) inquiry.hashCode()));

    protected abstract Addresses addresses();

    protected abstract People people();

    @Test
    void an_address_comes_back_as_it_was_kept() {
        addresses().decide(key, address -> address.receive(new IncomingText("1", Keyword.OTHER), NOW));
        Address stopped = addresses()
                .decide(key, address -> address.receive(new IncomingText("2", Keyword.STOP), NOW.plusSeconds(1)));
        Address found = addresses().find(key).orElseThrow();
        assertThat(found.closed()).isEqualTo(Closure.STOPPED);
        assertThat(found)
                .isEqualTo(new Address(
                        key,
                        found.version(),
                        stopped.closed(),
                        stopped.changes(),
                        stopped.lastText(),
                        stopped.lastReply(),
                        stopped.explainedAt()));
    }

    @Test
    void of_two_who_read_the_same_address_one_writes() {
        Address fresh = Address.untouched(key);
        assertThat(addresses().save(fresh.bounced(NOW))).isEqualTo(Saving.SAVED);
        assertThat(addresses().save(fresh.complained(NOW))).isEqualTo(Saving.STALE);
        assertThat(addresses().find(key).map(Address::closed)).contains(Closure.BOUNCED);
    }

    @Test
    void choices_come_back_as_they_were_made_with_what_held_before() {
        assertThat(people().find(inquiry)).isEmpty();
        people().decide(inquiry, TEXTS, choices -> choices.choose(TEXTS));
        people().decide(inquiry, NOTHING, choices -> choices.choose(NOTHING));
        Choices found = people().find(inquiry).orElseThrow();
        assertThat(found.now()).isEqualTo(NOTHING);
        assertThat(found.earlier()).containsExactly(TEXTS);
        assertThat(people().save(Choices.first(inquiry, TEXTS))).isEqualTo(Saving.STALE);
    }
}
