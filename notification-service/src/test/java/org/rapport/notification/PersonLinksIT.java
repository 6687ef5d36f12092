package org.rapport.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.contracts.ClientLink;
import org.rapport.contracts.MatchingReferrals.ChoiceProposed;
import org.rapport.contracts.MatchingReferrals.FitCheckAsked;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Suppression;
import org.rapport.web.SignedLinks;

/** The links to what matching-service asks a person are the ones it shows to coordinators. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class PersonLinksIT {
    private final RunningNotification practice = RunningNotification.get();
    private final UUID inquiry = UUID.randomUUID();
    private final UUID therapist = UUID.randomUUID();
    private final String mail = inquiry + "@example.org";
    private final Instant now = practice.clock.instant();
    private final Instant until = now.plus(Duration.ofDays(7)).plusMillis(123);

    PersonLinksIT() {
        practice.answers.put("/api/booking/inquiries/" + inquiry, """
            {"id":"%s","path":"CALL_WITH_COORDINATOR","name":"Ana Ruiz","email":"%s","channels":["EMAIL"],
             "language":"en","zone":"America/Chicago","state":"IL","mayLeaveMessage":true,"receivedAt":"2026-11-20T15:00:00Z"}\
            """.formatted(inquiry, mail));
        practice.answers.put("/api/booking/hosts/" + therapist, """
            {"id":"%s","name":"Grace Okafor","role":"THERAPIST","email":"grace@lakeside.example","zone":"America/Chicago"}\
            """.formatted(therapist));
    }

    @Test
    void whoever_is_asked_to_choose_gets_the_link_of_that_question_and_none_of_one_that_is_over() throws Exception {
        practice.answers.put("/api/matching/referrals/" + inquiry, """
            {"inquiryId":"%s","state":"READY_FOR_TRIAGE","openSafetyConcern":false,"since":"2026-11-20T15:00:00Z","offers":[],
             "choice":{"number":2,"therapists":["%s"],"offerAtOnce":false,"state":"ASKED","until":"%s"},"conflicts":[],"history":[]}\
            """.formatted(inquiry, therapist, until));
        practice.publish(
                new ChoiceProposed(inquiry, 1, UUID.randomUUID(), until, now),
                new ChoiceProposed(inquiry, 2, UUID.randomUUID(), until, now));
        awaitEnded(MessageKind.CHOICE_LINK, 2, MessageState.Name.SENT);
        awaitEnded(MessageKind.CHOICE_LINK, 1, MessageState.Name.SUPPRESSED);

        assertThat(state(MessageKind.CHOICE_LINK, 1))
                .isInstanceOfSatisfying(
                        Suppressed.class,
                        suppressed -> assertThat(suppressed.reason()).isEqualTo(Suppression.QUESTION_OVER));
        assertThat(practice.mail.getReceivedMessagesForDomain(mail)).hasSize(1);
        assertThat(text()).contains("http://localhost:8080/choice/" + token(ClientLink.CHOOSE_THERAPIST, 2) + "\n");
    }

    @Test
    void whoever_is_asked_how_it_is_gets_the_link_of_that_question() throws Exception {
        practice.answers.put("/api/matching/referrals/" + inquiry, """
            {"inquiryId":"%s","state":"MATCHED","openSafetyConcern":false,"since":"2026-11-20T15:00:00Z",
             "therapistId":"%s","offers":[],"conflicts":[],"history":[]}\
            """.formatted(inquiry, therapist));
        practice.publish(new FitCheckAsked(inquiry, 1, therapist, until, now));
        awaitEnded(MessageKind.FIT_CHECK_LINK, 1, MessageState.Name.SENT);

        assertThat(text())
                .contains("Grace Okafor", "http://localhost:8080/fit/" + token(ClientLink.FIT_CHECK, 1) + "\n");
    }

    private String token(ClientLink link, int number) {
        return practice.bean(SignedLinks.class).sign(link.purpose(), inquiry + "|" + number, until);
    }

    private String text() throws Exception {
        MimeMessage message = practice.mail.getReceivedMessagesForDomain(mail)[0];
        return message.getContent().toString().replace("\r\n", "\n");
    }

    private MessageState state(MessageKind kind, int number) {
        return practice.bean(Messages.class).ofInquiry(inquiry).stream()
                .filter(message -> message.kind() == kind
                        && message.channel() == Channel.EMAIL
                        && message.subject().revision() == number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " of number " + number))
                .state();
    }

    private void awaitEnded(MessageKind kind, int number, MessageState.Name name) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(state(kind, number).name()).isEqualTo(name));
    }
}
