package org.rapport.notification.messages.mongo;

import org.rapport.notification.RunningNotification;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.MessagesContract;

final class MongoMessagesIT extends MessagesContract {
    @Override
    protected Messages messages() {
        return RunningNotification.get().bean(MongoMessages.class);
    }
}
