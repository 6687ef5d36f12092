package org.rapport.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxTest {
    @Test
    void mails_and_texts_stand_in_the_order_of_the_clock_they_were_sent_by() throws MessagingException {
        Instant sent = Instant.parse("2031-05-04T15:00:00Z");
        try (Inbox inbox = Inbox.start(0)) {
            inbox.addText("+13128675309", "later", sent.plusSeconds(60));
            inbox.addText("+13128675309", "sooner", sent.minusSeconds(60));
            send(inbox.smtpPort(), sent);
            assertThat(inbox.items())
                    .extracting(Inbox.Item::at)
                    .containsExactly(sent.plusSeconds(60), sent, sent.minusSeconds(60));
        }
    }

    private static void send(int port, Instant at) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(port));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("office@lakeside.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("alex@example.org"));
        mail.setSubject("Your call");
        mail.setText("It is booked.");
        mail.setSentDate(Date.from(at));
        Transport.send(mail);
    }
}
