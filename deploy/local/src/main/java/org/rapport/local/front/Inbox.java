package org.rapport.local.front;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A mail server and an SMS gateway that deliver nowhere: what they took is kept in memory and shown at {@code /dev/inbox}. */
public final class Inbox implements AutoCloseable {
    private static final int KEPT = 500;

    /** One message as a person would get it; {@code invite} is the calendar part, empty when there is none. */
    public record Item(String channel, String to, String subject, String text, String invite, Instant at) {}

    private final GreenMail mail;
    private final List<Item> texts = new CopyOnWriteArrayList<>();

    private Inbox(GreenMail mail) {
        this.mail = mail;
    }

    /** @param smtpPort on loopback; 0 for a free one */
    public static Inbox start(int smtpPort) {
        GreenMail mail = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return new Inbox(mail);
    }

    int smtpPort() {
        return mail.getSmtp().getPort();
    }

    void addText(String to, String text, Instant at) {
        texts.add(new Item("SMS", to, "", text, "", at));
        while (texts.size() > KEPT) {
            texts.removeFirst();
        }
    }

    /** Newest first. */
    public List<Item> items() {
        List<Item> all = new ArrayList<>(texts);
        for (MimeMessage message : mail.getReceivedMessages()) {
            all.add(read(message));
        }
        all.sort(Comparator.comparing(Item::at).reversed());
        return all.subList(0, Math.min(KEPT, all.size()));
    }

    private static Item read(MimeMessage message) {
        try {
            String to = Arrays.stream(message.getAllRecipients())
                    .map(Address::toString)
                    .collect(Collectors.joining(", "));
            // When it was sent by the run's clock; the mail server stamps what it takes with the machine's.
            Date at = message.getSentDate() == null ? message.getReceivedDate() : message.getSentDate();
            return new Item(
                    "E-mail",
                    to,
                    String.valueOf(message.getSubject()),
                    part(message.getContent(), message.getContentType(), "text/plain"),
                    part(message.getContent(), message.getContentType(), "text/calendar"),
                    at.toInstant());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Object content, String contentType, String wanted)
            throws IOException, MessagingException {
        if (content instanceof Multipart parts) {
            StringBuilder found = new StringBuilder();
            for (int n = 0; n < parts.getCount(); n++) {
                BodyPart inner = parts.getBodyPart(n);
                found.append(part(inner.getContent(), inner.getContentType(), wanted));
            }
            return found.toString();
        }
        if (!contentType.toLowerCase(Locale.ROOT).startsWith(wanted)) {
            return "";
        }
        return content instanceof InputStream bytes
                ? new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                : content.toString();
    }

    @Override
    public void close() {
        mail.stop();
    }
}
