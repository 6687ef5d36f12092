package org.rapport.notification.messages.domain;

final class InMemoryMessagesTest extends MessagesContract {
    private final InMemoryMessages messages = new InMemoryMessages();

    @Override
    protected Messages messages() {
        return messages;
    }
}
