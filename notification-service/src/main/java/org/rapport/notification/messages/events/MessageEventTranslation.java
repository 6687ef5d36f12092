package org.rapport.notification.messages.events;

import java.util.function.Function;
import org.rapport.contracts.NotificationMessages;
import org.rapport.contracts.PublishedEvent;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageEvent;
import org.rapport.notification.messages.domain.MessageEvent.MessageFailed;
import org.rapport.notification.messages.domain.MessageEvent.MessageSent;
import org.rapport.notification.messages.domain.MessageEvent.MessageSuppressed;

/** What became of a message, as others are told. */
public final class MessageEventTranslation implements Function<MessageEvent, PublishedEvent> {
    @Override
    public PublishedEvent apply(MessageEvent event) {
        Message message = event.message();
        String id = message.id().value();
        String kind = message.kind().name();
        NotificationMessages.Channel channel = channel(message.channel());
        return switch (event) {
            case MessageSent sent ->
                new NotificationMessages.MessageSent(id, message.ofInquiry(), kind, channel, sent.at());
            case MessageSuppressed suppressed ->
                new NotificationMessages.MessageSuppressed(
                        id,
                        message.ofInquiry(),
                        kind,
                        channel,
                        suppressed.reason().code(),
                        suppressed.at());
            case MessageFailed failed ->
                new NotificationMessages.MessageFailed(
                        id, message.ofInquiry(), kind, channel, failed.reason().code(), failed.at());
        };
    }

    private static NotificationMessages.Channel channel(Channel channel) {
        return switch (channel) {
            case EMAIL -> NotificationMessages.Channel.EMAIL;
            case SMS -> NotificationMessages.Channel.SMS;
        };
    }
}
