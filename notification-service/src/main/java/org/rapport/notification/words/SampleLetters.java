package org.rapport.notification.words;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapport.notification.messages.application.Letter;
import org.rapport.notification.messages.application.Letters.Briefing;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.Recipient;
import org.rapport.notification.messages.domain.Subject;
import org.rapport.notification.words.WordFault.Code;

/** Messages to somebody who does not exist, to see and to measure their words. */
final class SampleLetters {
    /** What a text may cost; in Spanish one accent makes each segment hold 67 characters, and a link alone is 150. */
    static final int MOST_SEGMENTS = 5;

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Duration AHEAD = Duration.ofDays(3);

    private final ThymeleafLetters letters;
    private final ZoneId zone;
    private final Clock clock;

    SampleLetters(ThymeleafLetters letters, ZoneId zone, Clock clock) {
        this.letters = letters;
        this.zone = zone;
        this.clock = clock;
    }

    Letter write(WordKey key, String text) {
        return letters.write(briefing(key), key.language(), text);
    }

    /** Everything that is wrong with words, also when they are written. */
    List<WordFault> faults(WordKey key, String text) {
        List<WordFault> faults = new ArrayList<>(WordCheck.faults(text, key.channel(), Variables.of(key.kind())));
        if (!faults.isEmpty()) {
            return faults;
        }
        try {
            Letter letter = write(key, text);
            int segments = SmsLength.segments(letter.text());
            if (key.channel() == Channel.SMS && segments > MOST_SEGMENTS) {
                faults.add(new WordFault(Code.TOO_LONG, Integer.toString(segments)));
            }
        } catch (RuntimeException _) {
            faults.add(new WordFault(Code.CANNOT_BE_WRITTEN, ""));
        }
        return faults;
    }

    private Briefing briefing(WordKey key) {
        Instant now = clock.instant();
        Instant start = now.plus(AHEAD);
        Contact ana = new Contact(
                "Ana Sample",
                "ana@example.org",
                "+13125550100",
                Set.of(Channel.values()),
                key.language().locale(),
                zone);
        Message message = Message.planned(
                NOBODY,
                new Subject(NOBODY, 1),
                key.kind(),
                key.channel(),
                new Recipient.Client(NOBODY),
                NOBODY,
                now,
                start);
        CallFact call = new CallFact(NOBODY, true, 1, start, start.plus(Duration.ofMinutes(20)), start, null);
        // As long as a real one.
        String link = "https://rapport.example/wait-list/offers/" + "x".repeat(43);
        return new Briefing(message, ana, call, now, link, "Maya Thompson");
    }
}
