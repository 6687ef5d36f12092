package org.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.contracts.BookingCalls.CallBooked;
import org.rapport.contracts.BookingCalls.CallCancelled;
import org.rapport.contracts.BookingCalls.CancelledBy;
import org.rapport.contracts.BookingCalls.HostRole;
import org.rapport.contracts.ClientLink;
import org.rapport.contracts.IntakeResponses.SafetyConcernRaised;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Fault;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.MessageState.Failed;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.web.LinkVerdict;
import org.rapport.web.SignedLinks;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class NotificationIT {
    private final RunningNotification practice = RunningNotification.get();
    private final Messages messages = practice.bean(Messages.class);
    private final UUID inquiry = UUID.randomUUID();
    private final UUID call = UUID.randomUUID();
    private final UUID host = UUID.randomUUID();
    private final Instant now = practice.morning();
    private final Instant start = now.plus(Duration.ofDays(3));
    private final String client = inquiry + "@example.org";
    private final String phone = "+1312" + (1_000_000 + Math.abs(inquiry.hashCode() % 9_000_000));

    NotificationIT() {
        practice.answers.put("/api/booking/inquiries/" + inquiry, """
            {"id":"%s","path":"CALL_WITH_COORDINATOR","name":"Ana Ruiz","email":"%s","phone":"%s","channels":["EMAIL","SMS"],
             "language":"es","zone":"America/Los_Angeles","state":"IL","mayLeaveMessage":true,"receivedAt":"2026-11-20T15:00:00Z"}\
            """.formatted(inquiry, client, phone));
        answerStaff(host);
        answerCall("BOOKED", 0);
    }

    private void answerStaff(UUID id) {
        practice.answers.put("/api/booking/hosts/" + id, staff(id));
    }

    private static String staff(UUID id) {
        return "{\"id\":\"%s\",\"name\":\"Maya Thompson\",\"role\":\"COORDINATOR\",\"email\":\"%s@lakeside.example\",\"zone\":\"America/Chicago\"}"
                .formatted(id, id);
    }

    private void answerCall(String state, int revision) {
        practice.answers.put("/api/booking/calls/" + call, """
            {"id":"%s","inquiryId":"%s","hostId":"%s","state":"%s","start":"%s","end":"%s","revision":%d,
             "hostZone":"America/Chicago","clientZone":"America/Los_Angeles",
             "changeableUntil":"2037-01-01T00:00:00Z"}\
            """.formatted(
                        call, inquiry, host, state, start, start.plusSeconds(1200), revision));
    }

    private CallBooked booked() {
        return new CallBooked(
                call,
                inquiry,
                host,
                HostRole.COORDINATOR,
                start,
                start.plusSeconds(1200),
                "America/Chicago",
                "America/Los_Angeles",
                0,
                now);
    }

    private MessageState state(MessageKind kind, Channel channel) {
        return messages.ofInquiry(inquiry).stream()
                .filter(message -> message.kind() == kind && message.channel() == channel)
                .map(Message::state)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " by " + channel));
    }

    private void awaitState(MessageKind kind, Channel channel, MessageState.Name name) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(state(kind, channel).name()).isEqualTo(name));
    }

    private static List<MimeMessage> mails(GreenMail server, String address) {
        return Stream.of(server.getReceivedMessagesForDomain(address)).toList();
    }

    @Test
    void a_booking_is_told_once_by_two_instances_and_a_cancellation_stops_the_reminder() throws Exception {
        practice.publish(booked());
        practice.publish(booked());
        awaitState(MessageKind.CALL_CONFIRMATION, Channel.EMAIL, MessageState.Name.SENT);
        awaitState(MessageKind.CALL_BOOKED_HOST, Channel.EMAIL, MessageState.Name.SENT);

        MimeMessage confirmation = mails(practice.mail, client).getFirst();
        assertThat(confirmation.getSubject()).isEqualTo("Su llamada con Lakeside Office está reservada");
        Multipart parts = (Multipart) confirmation.getContent();
        String text = new String(parts.getBodyPart(0).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("Hola, Ana:", "7:00", "Los Angeles");
        Matcher link = Pattern.compile("http://localhost:8080/calls/(\\S+)").matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(practice.bean(SignedLinks.class).verify(link.group(1), "manage-call", now))
                .isEqualTo(new LinkVerdict.Valid(
                        call.toString(), ClientLink.MANAGE_CALL.validUntil(start.plusSeconds(1200))));

        awaitState(MessageKind.CALL_CONFIRMATION, Channel.SMS, MessageState.Name.SUPPRESSED);

        answerCall("CANCELLED", 1);
        practice.publish(new CallCancelled(
                call,
                inquiry,
                host,
                HostRole.COORDINATOR,
                start,
                start.plusSeconds(1200),
                1,
                CancelledBy.STAFF,
                "no-longer-needed",
                practice.clock.instant()));
        awaitState(MessageKind.CALL_REMINDER_24H, Channel.EMAIL, MessageState.Name.SUPPRESSED);
        awaitState(MessageKind.CALL_REMINDER_24H, Channel.SMS, MessageState.Name.SUPPRESSED);
        awaitState(MessageKind.CALL_CANCELLED, Channel.EMAIL, MessageState.Name.SENT);
        // The clock may not jump over the lease of a mail that is under way: the other instance would send it as well.
        awaitState(MessageKind.CALL_CANCELLED_HOST, Channel.EMAIL, MessageState.Name.SENT);
        // 07:00 in Los Angeles: the text waits for nine.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(state(MessageKind.CALL_CANCELLED, Channel.SMS))
                        .isInstanceOfSatisfying(
                                Planned.class,
                                waiting -> assertThat(waiting.wakeAt()).isEqualTo(now.plus(Duration.ofHours(2)))));
        practice.advance(Duration.ofHours(2));
        awaitState(MessageKind.CALL_CANCELLED, Channel.SMS, MessageState.Name.SENT);

        assertThat(mails(practice.mail, client)).hasSize(2);
        assertThat(mails(practice.mail, host + "@lakeside.example")).hasSize(2);
        assertThat(practice.texts).filteredOn(sent -> sent.contains(phone)).hasSize(1);
    }

    @Test
    void a_dead_mail_server_delays_mails_only_and_at_last_they_fail() {
        practice.mail.stop();
        try {
            practice.publish(booked());
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(state(MessageKind.CALL_CONFIRMATION, Channel.EMAIL))
                            .isInstanceOfSatisfying(
                                    Planned.class,
                                    planned -> assertThat(planned.lastFault()).isEqualTo(Fault.PROVIDER_UNREACHABLE)));
            practice.advance(Duration.ofDays(2).plusHours(3)); // The reminder is due, and nine in Los Angeles is past.
            awaitState(MessageKind.CALL_REMINDER_24H, Channel.SMS, MessageState.Name.SENT);
            practice.clock.set(start);
            practice.advance(Duration.ZERO);
            awaitState(MessageKind.CALL_CONFIRMATION, Channel.EMAIL, MessageState.Name.FAILED);
            assertThat(state(MessageKind.CALL_CONFIRMATION, Channel.EMAIL))
                    .isEqualTo(new Failed(Fault.PROVIDER_UNREACHABLE, start));
        } finally {
            practice.mail.start();
        }
    }

    @Test
    void a_safety_alert_goes_to_every_coordinator_when_booking_answers_again() throws Exception {
        List<UUID> coordinators = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        practice.answers.remove("/api/booking/hosts?role=COORDINATOR");
        practice.publish(
                new SafetyConcernRaised(UUID.randomUUID(), UUID.randomUUID(), inquiry, practice.clock.instant()));
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(state(MessageKind.SAFETY_ALERT, Channel.EMAIL))
                        .isInstanceOfSatisfying(
                                Planned.class,
                                planned -> assertThat(planned.lastFault()).isEqualTo(Fault.FACTS_UNAVAILABLE)));
        coordinators.forEach(this::answerStaff);
        practice.answers.put(
                "/api/booking/hosts?role=COORDINATOR",
                "["
                        + String.join(
                                ",",
                                coordinators.stream().map(NotificationIT::staff).toList()) + "]");
        practice.advance(Duration.ofSeconds(10));
        for (UUID coordinator : coordinators) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> mails(practice.mail, coordinator + "@lakeside.example")
                                    .size()
                            == 1);
            MimeMessage alert =
                    mails(practice.mail, coordinator + "@lakeside.example").getFirst();
            assertThat(alert.getContent().toString())
                    .contains("http://localhost:8080/staff/questionnaires/responses/" + inquiry);
        }
    }

    @Test
    void the_ledger_shows_states_and_reasons_but_no_address() throws Exception {
        practice.publish(booked());
        awaitState(MessageKind.CALL_CONFIRMATION, Channel.EMAIL, MessageState.Name.SENT);

        HttpResponse<String> api = get("/api/notification/messages?inquiry=" + inquiry, StaffRole.SERVICE);
        assertThat(api.statusCode()).isEqualTo(200);
        assertThat(api.body())
                .contains("\"kind\":\"CALL_CONFIRMATION\"", "\"recipient\":\"client\"", "\"state\":\"SENT\"")
                .doesNotContain("@", phone, "Ana");

        HttpResponse<String> page = get("/staff/messages?state=SENT&kind=CALL_CONFIRMATION", StaffRole.ADMINISTRATOR);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Call confirmed", "E-mail", inquiry.toString())
                .doesNotContain("@example.org", phone, "Ana", "??");
        assertThat(get("/staff/messages?state=FAILED&kind=MATCHED", StaffRole.COORDINATOR)
                        .body())
                .contains("No message fits.");
    }

    @ParameterizedTest
    @CsvSource({
        "/staff/messages,                        THERAPIST,     403",
        "/staff/messages,                        SERVICE,       403",
        "/staff/messages?inquiry=x,              COORDINATOR,   400",
        "/staff/messages?from=2026-02-30,        COORDINATOR,   400",
        "/staff/messages/nothing,                COORDINATOR,   404",
        "/staff/messages/nothing,                ADMINISTRATOR, 403",
        "/staff/messages/nothing,                THERAPIST,     403",
        "/staff/messages/words,                  COORDINATOR,   200",
        "/staff/messages/words,                  ADMINISTRATOR, 200",
        "/staff/messages/words,                  THERAPIST,     403",
        "/staff/messages/words/matched.sms.en,   COORDINATOR,   200",
        "/staff/messages/words/nonsense,         ADMINISTRATOR, 404",
        "/staff/messages?state=NONSENSE,         COORDINATOR,   400",
        "/api/notification/messages?inquiry=%s,  THERAPIST,     403",
        "/api/notification/messages?inquiry=%s,  ADMINISTRATOR, 403",
        "/api/notification/messages?inquiry=%s,  COORDINATOR,   200",
        "/api/notification/messages?inquiry=x,   COORDINATOR,   400",
        "/api/notification/messages,             COORDINATOR,   400",
        "/api/notification/nothing,              COORDINATOR,   404",
    })
    void each_role_sees_what_it_may(String path, StaffRole role, int status) throws Exception {
        assertThat(get(path.formatted(inquiry), role).statusCode()).isEqualTo(status);
    }

    @Test
    void nobody_unknown_sees_the_ledger() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest api = HttpRequest.newBuilder(
                        URI.create(practice.address("/api/notification/messages?inquiry=" + inquiry)))
                .build();
        assertThat(http.send(api, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path, StaffRole role) throws Exception {
        String token = practice.bean(StaffTokens.class)
                .mint(new Staff(UUID.randomUUID(), "Somebody", Set.of(role)), Duration.ofMinutes(5));
        HttpRequest request = HttpRequest.newBuilder(URI.create(practice.address(path)))
                .header("Authorization", "Bearer " + token)
                .header("Cookie", "rapport_staff=" + token)
                .header("Accept-Language", "en")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
