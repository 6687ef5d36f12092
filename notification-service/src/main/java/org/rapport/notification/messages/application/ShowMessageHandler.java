package org.rapport.notification.messages.application;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.application.Letters.Briefing;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageId;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.NextCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;
import org.rapport.notification.messages.domain.Suppression;

/**
 * Shows a line of the ledger with its words. The words are not kept: they are written anew from what is known now, so that
 * nothing more about a person lies here than is needed to send.
 */
public final class ShowMessageHandler {
    /** The last part of an address is what opens a person's own page; it is theirs alone. */
    private static final Pattern LINK = Pattern.compile("(https?://\\S+/)[^/\\s]{20,}");

    private final Messages messages;
    private final Facts facts;
    private final Letters letters;
    private final Clock clock;

    public ShowMessageHandler(Messages messages, Facts facts, Letters letters, Clock clock) {
        this.messages = messages;
        this.facts = facts;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * @param words as they would be now; absent where they cannot be written any more, or for a group
     * @param next number under which it can be sent again
     */
    public record Shown(Message message, @Nullable Letter words, int next) {}

    public Optional<Shown> handle(MessageId id) {
        return messages.find(id).map(message -> new Shown(message, words(message), next(message)));
    }

    private int next(Message message) {
        int number = 1;
        while (messages.find(message.idAgain(number)).isPresent()) {
            number++;
        }
        return number;
    }

    private @Nullable Letter words(Message message) {
        try {
            Contact contact = contact(message).orElse(null);
            if (contact == null) {
                return null;
            }
            TruthCheck.Finding finding = new TruthCheck(facts).of(message, clock.instant());
            if (finding.objection().filter(Suppression.SUBJECT_UNKNOWN::equals).isPresent()) {
                return null;
            }
            String person = Optional.ofNullable(message.person())
                    .flatMap(facts::staff)
                    .map(Contact::name)
                    .orElse(null);
            Letter letter = letters.write(
                    new Briefing(message, contact, finding.call(), clock.instant(), finding.link(), person));
            return new Letter(letter.subject(), LINK.matcher(letter.text()).replaceAll("$1..."), null);
        } catch (FactsUnavailable _) {
            return null;
        }
    }

    private Optional<Contact> contact(Message message) {
        return switch (message.recipient()) {
            case Client(var inquiry) -> facts.client(inquiry);
            case Staff(var staff) -> facts.staff(staff);
            case EveryCoordinator _, NextCoordinator _ -> Optional.empty();
        };
    }
}
