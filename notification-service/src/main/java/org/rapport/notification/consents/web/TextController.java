package org.rapport.notification.consents.web;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rapport.notification.consents.application.AnswerText;
import org.rapport.notification.consents.application.AnswerTextHandler;
import org.rapport.notification.consents.domain.Reply;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Texts that people send us, as the gateway passes them on; what is answered goes back in the same breath. */
@RestController
public class TextController {
    /** Where the gateway is told to bring them. */
    public static final String PATH = "/api/notification/texts";

    private static final Locale SPANISH = Locale.of("es");

    private final AnswerTextHandler texts;
    private final Optional<TwilioSignature> signature;
    private final String office;
    private final Practice practice;
    private final MessageSource messages;

    public TextController(AnswerTextHandler texts, Reporters reporters, Practice practice, MessageSource messages) {
        this.texts = texts;
        this.signature = reporters.sms();
        this.office = reporters.office();
        this.practice = practice;
        this.messages = messages;
    }

    @Operation(
            summary = "A text came in",
            description = "For the SMS gateway, which signs what it sends (X-Twilio-Signature). MessageSid makes a"
                    + " repetition harmless: it gets the same answer, in TwiML.")
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> receive(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = "X-Twilio-Signature", defaultValue = "") String given) {
        if (signature.filter(expected -> expected.fits(fields, given)).isEmpty()) {
            throw new RefusedRequest(HttpStatus.FORBIDDEN, "wrong-signature");
        }
        AnswerTextHandler.Answer answer =
                texts.handle(new AnswerText(field(fields, "MessageSid"), field(fields, "From"), field(fields, "Body")));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "xml", StandardCharsets.UTF_8))
                .body(twiml(answer));
    }

    private String twiml(AnswerTextHandler.Answer answer) {
        if (answer.reply() == Reply.NONE) {
            return "<Response/>";
        }
        String key = "notification.reply." + answer.reply().name();
        Locale locale = answer.spanish() ? SPANISH : Locale.ENGLISH;
        String words = messages.getMessage(key, new Object[] {office, practice.phone()}, locale);
        return "<Response><Message>" + HtmlUtils.htmlEscape(words, "UTF-8") + "</Message></Response>";
    }

    private static String field(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        return values.getFirst();
    }
}
