package org.rapport.notification.messages.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapport.notification.messages.domain.LedgerSearch;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageEvent;
import org.rapport.notification.messages.domain.MessageId;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Saving;

/** The ledger of a process that dies before it can write what became of one message. */
final class DyingMessages implements Messages {
    private final Messages messages;
    private final MessageId doomed;

    DyingMessages(Messages messages, MessageId doomed) {
        this.messages = messages;
        this.doomed = doomed;
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return messages.find(id);
    }

    @Override
    public Saving save(Message message, List<MessageEvent> events) {
        if (message.id().equals(doomed) && !(message.state() instanceof MessageState.Sending)) {
            throw new Crash();
        }
        return messages.save(message, events);
    }

    @Override
    public List<Message> ofInquiry(UUID inquiryId) {
        return messages.ofInquiry(inquiryId);
    }

    @Override
    public List<Message> list(LedgerSearch search, int limit) {
        return messages.list(search, limit);
    }

    @Override
    public Optional<Instant> oldestDue(Instant now) {
        return messages.oldestDue(now);
    }

    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
