package org.rapport.local.front;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers as Twilio's message API does, and as one with idempotency keys: the same key is one message. */
@RestController
class SmsGateway {
    private final Inbox inbox;
    private final Clock clock;
    private final Map<String, String> accepted = new ConcurrentHashMap<>();

    SmsGateway(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping("/dev/sms/2010-04-01/Accounts/{account}/Messages.json")
    ResponseEntity<Map<String, String>> send(
            @RequestParam("To") String to,
            @RequestParam("Body") String body,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key) {
        String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
        String known = key.isEmpty() ? null : accepted.putIfAbsent(key, sid);
        if (known == null) {
            inbox.addText(to, body, clock.instant());
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of("sid", known == null ? sid : known, "status", "queued"));
    }
}
