package org.rapport.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A person books calls with three therapists at once, and chooses one of them. */
final class ThreeTherapists {
    private static final int THREE = 3;
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private final String url;
    private final Story.Client client;
    private final Screen person;
    private final Inbox inbox;

    ThreeTherapists(String url, Story.Client client, Screen person) {
        this.url = url;
        this.client = client;
        this.person = person;
        this.inbox = new Inbox(url, person);
    }

    /** On another day with each. */
    void areBooked() {
        person.open(url + "/book/therapists?lang=" + client.language());
        person.inspect("therapists");
        person.follow("a[href='/book/three']");
        person.press("form[action='/book/three/times'] .actions button");
        assertThat(person.has(".error-summary a[href='#host']"))
                .as("an error that leads to the field")
                .isTrue();
        person.inspect("three-with-errors");
        for (int number = 1; number <= THREE; number++) {
            person.choose(
                    "host", person.attribute("label.choice:nth-of-type(" + number + ") input[name=host]", "value"));
        }
        person.press("form[action='/book/three/times'] .actions button");
        person.inspect("three-times");
        LocalDate last = LocalDate.MIN;
        for (int number = 0; number < THREE; number++) {
            String start = firstAfter(last, "start" + number);
            person.choose("start" + number, start);
            last = dayOf(start);
        }
        person.press("form[action='/book/three/times'] .actions button");
        person.inspect("three-about-you");
        person.fill("name", client.name());
        person.choose("channels", "EMAIL");
        person.fill("email", client.email());
        person.choose("state", "IL");
        person.choose("zone", "America/Chicago");
        person.choose("language", client.language());
        person.choose("consent", "true");
        person.press("form[action$='/you'] .actions button");
        person.inspect("three-check");
        person.press("form[action$='/check'] .actions button");
        assertThat(person.address()).endsWith("/done");
        person.inspect("three-booked");
    }

    private String firstAfter(LocalDate last, String field) {
        for (int day = 1; ; day++) {
            String css = "select[name=%s] optgroup:nth-of-type(%d) option".formatted(field, day);
            assertThat(person.has(css)).as("a later day of " + field).isTrue();
            String start = person.attribute(css, "value");
            if (dayOf(start).isAfter(last)) {
                return start;
            }
        }
    }

    private static LocalDate dayOf(String start) {
        return LocalDate.ofInstant(Instant.parse(start), CHICAGO);
    }

    /** By the link in any of the confirmations; the others are taken out of the person's calendar. */
    void oneIsChosen() {
        List<Mail> confirmations =
                inbox.await(client.email(), mail -> mail.invite().contains("METHOD:REQUEST"), THREE);
        assertThat(confirmations).hasSize(THREE);
        person.open(Inbox.link(confirmations.get(1).text(), "/calls/"));
        person.inspect("three-call");
        person.follow("a[href$='/choice']");
        person.inspect("three-choice");
        person.choose("call", "2");
        person.press("form[action$='/choice'] .actions button");
        assertThat(person.has(".notice.good")).as("what was chosen").isTrue();
        person.inspect("three-chosen");
        Set<String> cancelled = new HashSet<>();
        inbox.await(client.email(), mail -> mail.invite().contains("METHOD:CANCEL"), THREE - 1)
                .forEach(mail -> cancelled.add(uid(mail)));
        assertThat(cancelled).hasSize(THREE - 1);
        assertThat(confirmations).extracting(ThreeTherapists::uid).containsAll(cancelled);
        person.close();
    }

    private static String uid(Mail mail) {
        return mail.invite()
                .lines()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElseThrow();
    }
}
