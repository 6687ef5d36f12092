package org.rapport.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxTest {
    @Test
    void mails_and_texts_stand_in_the_order_of_the_clock_they_were_sent_by() throws IOException, MessagingException {
        Instant sent = Instant.parse("2031-05-04T15:00:00Z");
        int port = freePort();
        try (Inbox inbox = Inbox.start(port)) {
            inbox.addText("+13128675309", "later", sent.plusSeconds(60));
            inbox.addText("+13128675309", "sooner", sent.minusSeconds(60));
            send(port, sent);
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
