package org.rapport.notification.consents.application;

import java.time.Clock;
import java.time.Instant;
import org.rapport.notification.consents.domain.Address;
import org.rapport.notification.consents.domain.AddressKey;
import org.rapport.notification.consents.domain.Addresses;
import org.rapport.notification.consents.domain.IncomingText;
import org.rapport.notification.consents.domain.Reply;
import org.rapport.notification.consents.domain.TextWords;
import org.rapport.notification.messages.domain.Channel;

/** Does what a text asks for, and says what to answer; the text itself is not kept. */
public final class AnswerTextHandler {
    private final Addresses addresses;
    private final Clock clock;

    public AnswerTextHandler(Addresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /** @param spanish whether the text was, as far as its keywords tell */
    public record Answer(Reply reply, boolean spanish) {}

    public Answer handle(AnswerText command) {
        TextWords.Reading reading = TextWords.read(command.body());
        IncomingText text = new IncomingText(command.id(), reading.keyword());
        Instant now = clock.instant();
        Address answered =
                addresses.decide(AddressKey.of(Channel.SMS, command.from()), address -> address.receive(text, now));
        return new Answer(answered.lastReply(), reading.spanish());
    }
}
