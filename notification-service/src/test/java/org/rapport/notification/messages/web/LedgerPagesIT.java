package org.rapport.notification.messages.web;

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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.contracts.MatchingReferrals.ClientMatched;
import org.rapport.notification.RunningNotification;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;

/** What staff do with the ledger and with the words of its messages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class LedgerPagesIT {
    private final RunningNotification practice = RunningNotification.get();
    private final UUID inquiry = UUID.randomUUID();
    private final UUID staff = UUID.randomUUID();
    private final String mail = inquiry + "@example.org";

    LedgerPagesIT() {
        practice.answers.put("/api/booking/inquiries/" + inquiry, """
            {"id":"%s","path":"CALL_WITH_COORDINATOR","name":"Ana Ruiz","email":"%s","channels":["EMAIL"],
             "language":"en","zone":"America/Chicago","state":"IL","mayLeaveMessage":true,"receivedAt":"2026-11-20T15:00:00Z"}\
            """.formatted(inquiry, mail));
        practice.answers.put("/api/booking/hosts/" + staff, """
            {"id":"%s","name":"Maya Thompson","role":"COORDINATOR","email":"%s@lakeside.example","zone":"America/Chicago"}\
            """.formatted(staff, staff));
    }

    private List<Message> matches() {
        return practice.bean(Messages.class).ofInquiry(inquiry).stream()
                .filter(message -> message.kind() == MessageKind.MATCHED && message.channel() == Channel.EMAIL)
                .toList();
    }

    private void awaitSent(int times) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(matches())
                        .hasSize(times)
                        .allMatch(message -> message.state().name() == MessageState.Name.SENT));
    }

    @Test
    void what_was_sent_is_shown_and_goes_again_once_however_often_the_button_is_pressed() throws Exception {
        practice.publish(new ClientMatched(inquiry, UUID.randomUUID(), staff, staff, practice.clock.instant()));
        awaitSent(1);
        String line =
                "/staff/messages/" + URLEncoder.encode(matches().getFirst().id().value(), StandardCharsets.UTF_8);
        assertThat(get(line, StaffRole.COORDINATOR).body())
                .contains("Hello Ana,", "News from Lakeside Office", "name=\"number\" value=\"1\"")
                .contains("/preferences/...")
                .doesNotContain("??", mail);

        assertThat(post(line + "/again", "number=1", StaffRole.ADMINISTRATOR).statusCode())
                .isEqualTo(403);
        HttpResponse<String> again = post(line + "/again", "number=1", StaffRole.COORDINATOR);
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(again.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("%7C1"));
        assertThat(post(line + "/again", "number=1", StaffRole.COORDINATOR).statusCode())
                .isEqualTo(302);
        awaitSent(2);
        assertThat(practice.mail.getReceivedMessagesForDomain(mail)).hasSize(2);
        assertThat(get(line, StaffRole.COORDINATOR).body()).contains("name=\"number\" value=\"2\"");
        assertThat(get("/staff/messages?inquiry=" + inquiry, StaffRole.COORDINATOR)
                        .body())
                .contains("Messages of one person", inquiry + "%7C1\"");
    }

    @Test
    void a_practice_puts_its_own_words_in_place_and_takes_them_back() throws Exception {
        String words = "/staff/messages/words/rematch-therapist.email.en";
        assertThat(get(words, StaffRole.COORDINATOR).body())
                .contains("somebody you had accepted", "as shipped")
                .doesNotContain("name=\"text\"", "??");
        assertThat(get(words, StaffRole.ADMINISTRATOR).body()).contains("name=\"text\"", "link, name, office, phone");
        assertThat(post(words, "version=0&text=x", StaffRole.COORDINATOR).statusCode())
                .isEqualTo(403);

        HttpResponse<String> refused = post(
                words,
                "version=0&text=" + encode("Subject: Your therapy\nHello [(${T(java.lang.Runtime).getRuntime()})]"),
                StaffRole.ADMINISTRATOR);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("tells a stranger what kind of practice", "cannot be used", "text-error");

        String own = "version=0&text=" + encode("Subject: A change\nHello [(${name})], see [(${link})]");
        assertThat(post(words, own, StaffRole.ADMINISTRATOR).statusCode()).isEqualTo(302);
        assertThat(get(words, StaffRole.COORDINATOR).body()).contains("our own", "Hello Ana, see http");
        assertThat(get("/staff/messages/words", StaffRole.COORDINATOR).body()).contains("our own");
        // From the page as it was before: somebody else was first.
        assertThat(post(words, own, StaffRole.ADMINISTRATOR).statusCode()).isEqualTo(409);
        assertThat(post(words + "/shipped", "version=1", StaffRole.ADMINISTRATOR)
                        .statusCode())
                .isEqualTo(302);
        assertThat(get(words, StaffRole.COORDINATOR).body()).contains("somebody you had accepted");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path, StaffRole role) throws Exception {
        return send(path, role, null);
    }

    private HttpResponse<String> post(String path, String form, StaffRole role) throws Exception {
        return send(path, role, form);
    }

    private HttpResponse<String> send(String path, StaffRole role, @Nullable String form) throws Exception {
        String token = practice.bean(StaffTokens.class)
                .mint(new Staff(UUID.randomUUID(), "Somebody", Set.of(role)), Duration.ofMinutes(5));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(practice.address(path)))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
