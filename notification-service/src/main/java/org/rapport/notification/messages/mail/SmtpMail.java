package org.rapport.notification.messages.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.application.Carrier;
import org.rapport.notification.messages.application.Letter;
import org.rapport.notification.messages.application.Letter.Invite;
import org.rapport.notification.messages.application.Sender;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail by SMTP. The Message-ID comes from the ledger's id, so a repeated mail can be known as the same one. */
public final class SmtpMail implements Carrier {
    private final JavaMailSenderImpl server;
    private final Sender sender;
    private final Invites invites;
    private final Clock clock;

    public SmtpMail(URI smtpUrl, TimeLimits limits, Sender sender, Clock clock) {
        this.server = new SmtpAddress(smtpUrl).connect(limits);
        this.sender = sender;
        this.invites = new Invites(sender, clock);
        this.clock = clock;
    }

    /** @param answer for each answer of the server; one mail needs about six of them */
    public record TimeLimits(Duration connect, Duration answer) {}

    @Override
    public Composed compose(Parcel parcel) {
        try {
            MimeMessage mime = mime(parcel);
            // Parts are encoded as they are written, so only a mail that was written once is known to be whole.
            mime.writeTo(OutputStream.nullOutputStream());
            return () -> send(mime);
        } catch (MessagingException | IOException failure) {
            throw new IllegalArgumentException("a mail could not be put together", failure);
        }
    }

    private Handover send(MimeMessage mime) {
        try {
            server.send(mime);
            return Handover.TAKEN;
        } catch (MailSendException failure) {
            return handover(failure);
        } catch (MailException _) {
            // Not signed in, or the like: before anything was handed over.
            return Handover.UNREACHABLE;
        }
    }

    private MimeMessage mime(Parcel parcel) throws MessagingException, UnsupportedEncodingException {
        Letter letter = parcel.letter();
        InternetAddress recipient = new InternetAddress(parcel.address(), true);
        MimeMessage mime = server.createMimeMessage();
        mime.setFrom(new InternetAddress(sender.address(), sender.name(), StandardCharsets.UTF_8.name()));
        mime.setRecipient(RecipientType.TO, recipient);
        mime.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        mime.setSentDate(Date.from(clock.instant()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        Invite invite = letter.invite();
        if (invite == null) {
            mime.setText(letter.text(), StandardCharsets.UTF_8.name());
        } else {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(letter.text(), StandardCharsets.UTF_8.name());
            mime.setContent(new MimeMultipart("alternative", text, calendar(invite, recipient.getAddress())));
        }
        mime.saveChanges();
        // After the headers are made, which brings an id of its own.
        mime.setHeader("Message-ID", messageId(parcel));
        return mime;
    }

    private MimeBodyPart calendar(Invite invite, String attendee) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        String method = invite.purpose().name().toUpperCase(Locale.ROOT);
        part.setText(invites.write(invite, attendee), StandardCharsets.UTF_8.name(), "calendar");
        part.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=" + method);
        return part;
    }

    private String messageId(Parcel parcel) {
        UUID id = UUID.nameUUIDFromBytes(parcel.id().value().getBytes(StandardCharsets.UTF_8));
        return "<" + id + "@" + sender.host() + ">";
    }

    /** A number from the server is an answer; silence after the connection stood is not. */
    private static Handover handover(MailSendException failure) {
        Exception ofMail =
                failure.getFailedMessages().values().stream().findFirst().orElse(null);
        if (ofMail == null) {
            // The mail itself went well; only the goodbye did not.
            return Handover.TAKEN;
        }
        // Spring reports a connection that never stood as the cause of the whole and of each mail.
        if (ofMail.equals(failure.getCause())) {
            return Handover.UNREACHABLE;
        }
        @Nullable Exception current = ofMail;
        while (current instanceof MessagingException messaging) {
            Handover answered = answer(messaging);
            if (answered != null) {
                return answered;
            }
            current = messaging.getNextException();
        }
        return Handover.IN_DOUBT;
    }

    /**
     * The server refuses a recipient (RCPT) or a text (DATA and the dot that ends it). Its no to the sender (MAIL) is about the
     * practice, not about this mail: an unencrypted line, a missing sign-in, a blocked address.
     */
    private static @Nullable Handover answer(MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException recipient -> answer(recipient.getReturnCode(), true);
            case SMTPSendFailedException send ->
                answer(send.getReturnCode(), !send.getCommand().startsWith("MAIL"));
            default -> null;
        };
    }

    private static @Nullable Handover answer(int code, boolean ofThisMail) {
        if (code <= 0) {
            return null;
        }
        return code >= 500 && ofThisMail ? Handover.REFUSED : Handover.UNREACHABLE;
    }
}
