package org.rapport.notification.consents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.contracts.BookingCalls.CallBooked;
import org.rapport.contracts.BookingCalls.HostRole;
import org.rapport.contracts.ClientLink;
import org.rapport.notification.RunningNotification;
import org.rapport.notification.consents.domain.Choices;
import org.rapport.notification.consents.domain.People;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Purpose;
import org.rapport.notification.messages.domain.Suppression;
import org.rapport.web.SignedLinks;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ConsentsIT {
    private final RunningNotification practice = RunningNotification.get();
    private final UUID inquiry = UUID.randomUUID();
    private final String mail = inquiry + "@example.org";
    private final String phone = "+1312" + (2_000_000 + Math.abs(inquiry.hashCode() % 7_000_000));
    private final String page = "/preferences/"
            + practice.bean(SignedLinks.class)
                    .sign(
                            ClientLink.PREFERENCES.purpose(),
                            inquiry.toString(),
                            practice.clock.instant().plus(Duration.ofDays(400)));

    ConsentsIT() {
        practice.answers.put("/api/booking/inquiries/" + inquiry, """
            {"id":"%s","path":"CALL_WITH_COORDINATOR","name":"Ana Ruiz","email":"%s","phone":"%s","channels":["EMAIL","SMS"],
             "language":"en","zone":"America/Chicago","state":"IL","mayLeaveMessage":true,"receivedAt":"2026-11-20T15:00:00Z"}\
            """.formatted(inquiry, mail, phone));
    }

    @Test
    void a_person_chooses_without_script_how_to_be_reached_and_a_scanner_that_opens_the_link_changes_nothing()
            throws Exception {
        HttpResponse<String> shown = get(page, "es");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Cómo podemos contactarle", "name=\"REMINDERS\"", "name=\"zone\"", "America/Chicago")
                .doesNotContain("??", mail, phone);
        assertThat(get(page, "en").body()).contains("How we may reach you").doesNotContain("??");
        assertThat(practice.bean(People.class).find(inquiry)).isEmpty();

        HttpResponse<String> saved =
                post(page, "REMINDERS=SMS&CALLS=EMAIL&CALLS=SMS&language=es&zone=America%2FDenver");
        assertThat(saved.statusCode()).isEqualTo(302);
        Choices.Choice chosen =
                practice.bean(People.class).find(inquiry).orElseThrow().now();
        assertThat(chosen.of(Purpose.REMINDERS)).isEqualTo(Set.of(Channel.SMS));
        assertThat(chosen.of(Purpose.CALLS)).isEqualTo(Set.of(Channel.EMAIL, Channel.SMS));
        assertThat(chosen.of(Purpose.NEWS)).isEmpty();
        assertThat(chosen.zone().getId()).isEqualTo("America/Denver");
        assertThat(get(page + "?saved=yes", "en").body()).contains("From now on we reach you as you chose");
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_what_was_chosen_is_kept() throws Exception {
        HttpResponse<String> wrong = post(page, "REMINDERS=SMS&CALLS=PIGEON&language=xx&zone=Mars%2FBase");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("CALLS-error", "language-error", "zone-error")
                .containsPattern("value=\"SMS\"[^>]*id=\"REMINDERS-1\"|id=\"REMINDERS-1\"")
                .doesNotContain("??", "PIGEON");
        assertThat(practice.bean(People.class).find(inquiry)).isEmpty();
    }

    @Test
    void another_token_opens_nothing() throws Exception {
        assertThat(get("/preferences/nonsense", "en").statusCode()).isEqualTo(404);
        String manage = practice.bean(SignedLinks.class)
                .sign(
                        ClientLink.MANAGE_CALL.purpose(),
                        inquiry.toString(),
                        practice.clock.instant().plusSeconds(60));
        assertThat(post("/preferences/" + manage, "language=en&zone=America%2FChicago")
                        .statusCode())
                .isEqualTo(404);
        String old = practice.bean(SignedLinks.class)
                .sign(ClientLink.PREFERENCES.purpose(), inquiry.toString(), Instant.EPOCH);
        assertThat(get("/preferences/" + old, "en").body()).contains("This link is no longer valid");
    }

    @Test
    void a_text_that_says_stop_is_confirmed_once_and_no_text_follows() throws Exception {
        assertThat(text("SM1", "Stop please").body())
                .contains("<Response><Message>Lakeside Office: you get no more texts");
        assertThat(text("SM1", "Stop please").body()).contains("you get no more texts");
        assertThat(text("SM2", "STOP").body()).isEqualTo("<Response/>");
        assertThat(get(page, "en").body()).contains("You stopped texts", "send START to +13125550142");

        Instant start = practice.clock.instant().plus(Duration.ofDays(9));
        UUID call = UUID.randomUUID();
        practice.publish(new CallBooked(
                call,
                inquiry,
                UUID.randomUUID(),
                HostRole.COORDINATOR,
                start,
                start.plusSeconds(1200),
                "America/Chicago",
                "America/Chicago",
                0,
                practice.clock.instant()));
        practice.answers.put(
                "/api/booking/calls/" + call, """
            {"id":"%s","inquiryId":"%s","state":"BOOKED","start":"%s","end":"%s","revision":0,"changeableUntil":"2037-01-01T00:00:00Z"}\
            """.formatted(call, inquiry, start, start.plusSeconds(1200)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(practice.bean(Messages.class).ofInquiry(inquiry))
                        .anySatisfy(message -> {
                            assertThat(message.kind()).isEqualTo(MessageKind.CALL_CONFIRMATION);
                            assertThat(message.channel()).isEqualTo(Channel.SMS);
                            assertThat(message.state())
                                    .isInstanceOfSatisfying(
                                            Suppressed.class,
                                            state -> assertThat(state.reason()).isEqualTo(Suppression.TEXTS_STOPPED));
                        }));
        assertThat(practice.bean(Messages.class).ofInquiry(inquiry))
                .extracting(Message::inquiryId)
                .containsOnly(inquiry);
        assertThat(text("SM3", "START").body()).contains("you get texts from us again");
    }

    @Test
    void a_text_that_nobody_signed_is_not_heard() throws Exception {
        HttpResponse<String> forged =
                send("/api/notification/texts", form(fields("SM9", "STOP")), Map.of("X-Twilio-Signature", "x"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("wrong-signature").doesNotContain(phone);
        assertThat(get(page, "en").body()).doesNotContain("You stopped texts");
    }

    @Test
    void mail_that_came_back_for_good_closes_the_address_and_other_reports_do_not() throws Exception {
        String hard = "{\"RecordType\":\"Bounce\",\"Type\":\"HardBounce\",\"Email\":\"%s\",\"ID\":42}".formatted(mail);
        assertThat(report(hard.replace("HardBounce", "Transient"), RunningNotification.MAIL_ACCOUNT)
                        .statusCode())
                .isEqualTo(204);
        assertThat(report(hard, "provider:wrong").statusCode()).isEqualTo(403);
        assertThat(get(page, "en").body()).doesNotContain("Mail to you comes back");
        assertThat(report(hard, RunningNotification.MAIL_ACCOUNT).statusCode()).isEqualTo(204);
        assertThat(get(page, "en").body()).contains("Mail to you comes back");
        assertThat(report("{\"RecordType\":\"SpamComplaint\"}", RunningNotification.MAIL_ACCOUNT)
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> text(String id, String body) throws Exception {
        Map<String, List<String>> fields = fields(id, body);
        String signature = new TwilioSignature(
                        RunningNotification.SMS_TOKEN, "http://localhost:8080/api/notification/texts")
                .of(fields);
        HttpResponse<String> answer =
                send("/api/notification/texts", form(fields), Map.of("X-Twilio-Signature", signature));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private Map<String, List<String>> fields(String id, String body) {
        return new TreeMap<>(Map.of(
                "MessageSid",
                List.of(inquiry + id),
                "From",
                List.of(phone),
                "To",
                List.of("+13125550142"),
                "Body",
                List.of(body)));
    }

    private static String form(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().getFirst(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> report(String json, String account) throws Exception {
        String basic = "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
        return send(
                "/api/notification/mail-reports",
                json,
                Map.of("Authorization", basic, "Content-Type", "application/json"));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(path, form, Map.of());
    }

    private HttpResponse<String> send(String path, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(practice.address(path)))
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body));
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String language) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(practice.address(path)))
                .header("Accept-Language", language)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
