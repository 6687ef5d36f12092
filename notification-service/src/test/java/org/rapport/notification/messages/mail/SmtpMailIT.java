package org.rapport.notification.messages.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.notification.messages.application.Carrier.Handover;
import org.rapport.notification.messages.application.Carrier.Parcel;
import org.rapport.notification.messages.application.Letter;
import org.rapport.notification.messages.application.Letter.Invite;
import org.rapport.notification.messages.application.Letter.Invite.Purpose;
import org.rapport.notification.messages.application.Sender;
import org.rapport.notification.messages.domain.MessageId;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class SmtpMailIT {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant START = Instant.parse("2026-11-26T21:00:00Z");
    private static final UUID CALL = UUID.randomUUID();
    private static final MessageId ID = new MessageId(CALL + "|0|CALL_CONFIRMATION|EMAIL|" + UUID.randomUUID());

    private static final Sender SENDER =
            new Sender("Lakeside Office", "office@lakeside.example", "lakeside.example", "");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static SmtpMail mailTo(int port) {
        return new SmtpMail(
                URI.create("smtp://127.0.0.1:" + port),
                new SmtpMail.TimeLimits(Duration.ofMillis(500), Duration.ofMillis(500)),
                SENDER,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Handover hand(String address, @Nullable Invite invite) {
        return mailTo(server.getSmtp().getPort())
                .compose(new Parcel(ID, address, new Letter("Su llamada está reservada", "¡Hola!\n", invite)))
                .hand();
    }

    private static Invite invite(Purpose purpose, int sequence) {
        return new Invite(CALL, sequence, purpose, "Call - Lakeside Office", START, START.plus(Duration.ofMinutes(20)));
    }

    @Test
    void a_mail_comes_back_as_written_from_the_neutral_sender() throws Exception {
        assertThat(hand("ana@example.org", null)).isEqualTo(Handover.TAKEN);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Su llamada está reservada");
        assertThat(mail.getContent().toString()).startsWith("¡Hola!");
        assertThat(mail.getFrom()[0]).hasToString("Lakeside Office <office@lakeside.example>");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSentDate()).isEqualTo(NOW);
    }

    @Test
    void a_repeated_mail_has_the_same_message_id_which_says_nothing() throws Exception {
        hand("ana@example.org", null);
        hand("ana@example.org", null);
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails[0].getMessageID())
                .isEqualTo(mails[1].getMessageID())
                .matches("<[0-9a-f-]{36}@lakeside\\.example>")
                .doesNotContain(CALL.toString());
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void an_invite_says_its_method_twice_and_keeps_its_uid(Purpose purpose) throws Exception {
        hand("ana@example.org", invite(purpose, 7));
        Multipart parts = (Multipart) server.getReceivedMessages()[0].getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
        BodyPart part = parts.getBodyPart(1);
        assertThat(part.getContentType().replaceAll("\\s", ""))
                .isEqualToIgnoringCase("text/calendar;charset=UTF-8;method=" + purpose);

        String text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("DTSTART:20261126T210000Z", "DTEND:20261126T212000Z");
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(value(calendar, "METHOD")).isEqualTo(purpose.name());
        VEvent event = calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
        assertThat(value(event, "UID")).isEqualTo(CALL + "@lakeside.example");
        assertThat(value(event, "SEQUENCE")).isEqualTo("7");
        assertThat(value(event, "CLASS")).isEqualTo("PRIVATE");
        assertThat(value(event, "STATUS")).isEqualTo(purpose == Purpose.CANCEL ? "CANCELLED" : "CONFIRMED");
        assertThat(value(event, "SUMMARY")).isEqualTo("Call - Lakeside Office");
        assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:ana@example.org");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:office@lakeside.example");
        assertThat(event.getProperties("ATTENDEE")).hasSize(1);
    }

    private static String value(Calendar calendar, String name) {
        return calendar.getProperty(name).orElseThrow().getValue();
    }

    private static String value(VEvent event, String name) {
        return event.getProperty(name).orElseThrow().getValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org\r\nBcc: everybody@example.org",
                "ana@example.org, bob@example.org",
                "no address",
                "@example.org",
                "ana@",
            })
    void no_mail_is_composed_to_what_is_not_one_plain_address(String address) {
        SmtpMail mail = mailTo(server.getSmtp().getPort());
        Parcel parcel = new Parcel(ID, address, new Letter("subject", "text", invite(Purpose.REQUEST, 0)));
        assertThatThrownBy(() -> mail.compose(parcel)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What booking-service accepts in an address and a URI may not hold as it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{b}c@example.org",
                "a|b@example.org",
                "a^b`c@example.org",
                "a%b@example.org",
                "100%41@example.org"
            })
    void an_invite_goes_to_every_address_booking_accepts(String address) throws Exception {
        assertThat(hand(address, invite(Purpose.REQUEST, 0))).isEqualTo(Handover.TAKEN);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(address);
        BodyPart part = ((Multipart) mail.getContent()).getBodyPart(1);
        String text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher attendee = Pattern.compile("ATTENDEE[^:]*:(\\S+)").matcher(text.replace("\r\n ", ""));
        assertThat(attendee.find()).isTrue();
        assertThat(URI.create(attendee.group(1)).getSchemeSpecificPart()).isEqualTo(address);
    }

    @Test
    void a_dead_server_has_taken_nothing() {
        int port = server.getSmtp().getPort();
        server.stop();
        assertThat(mailTo(port)
                        .compose(new Parcel(ID, "ana@example.org", new Letter("subject", "text", null)))
                        .hand())
                .isEqualTo(Handover.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, HANG,  UNREACHABLE",
        "GREETING, 554,   UNREACHABLE",
        "MAIL,     451,   UNREACHABLE",
        "MAIL,     530,   UNREACHABLE",
        "MAIL,     550,   UNREACHABLE",
        "MAIL,     553,   UNREACHABLE",
        "RCPT,     450,   UNREACHABLE",
        "RCPT,     550,   REFUSED",
        "DATA,     451,   UNREACHABLE",
        "DATA,     554,   REFUSED",
        "BODY,     451,   UNREACHABLE",
        "BODY,     552,   REFUSED",
        "BODY,     HANG,  IN_DOUBT",
        "BODY,     CLOSE, IN_DOUBT",
        "QUIT,     HANG,  TAKEN",
        "QUIT,     CLOSE, TAKEN",
        "QUIT,     421,   TAKEN",
    })
    void what_the_server_answered_decides_what_is_known(ScriptedSmtp.Step step, String answer, Handover known)
            throws Exception {
        try (ScriptedSmtp scripted = new ScriptedSmtp(step, answer)) {
            Parcel parcel = new Parcel(ID, "ana@example.org", new Letter("subject", "text", null));
            assertThat(mailTo(scripted.port()).compose(parcel).hand()).isEqualTo(known);
        }
    }

    @Test
    void a_password_is_never_sent_in_the_clear() {
        SmtpMail mail = new SmtpMail(
                URI.create("smtp://user:secret@127.0.0.1:" + server.getSmtp().getPort()),
                new SmtpMail.TimeLimits(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                SENDER,
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(mail.compose(new Parcel(ID, "ana@example.org", new Letter("subject", "text", null)))
                        .hand())
                .isEqualTo(Handover.UNREACHABLE);
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
