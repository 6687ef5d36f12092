package org.rapport.delivery;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rapport.contracts.PublishedEvent;
import org.springframework.messaging.Message;

/**
 * Makes the functions Spring Cloud Stream binds to topics. An event is handed on as read; what the handler throws decides
 * its fate ({@link DeadLetters}). Handlers are idempotent by their own write and do not rely on order.
 */
public final class EventConsumers {

    /** @param topic the sealed interface of the topic; an event of another topic is unreadable here */
    public <E extends PublishedEvent> Consumer<Message<byte[]>> of(Class<E> topic, Consumer<Received<E>> handler) {
        return message -> {
            Received<E> received = read(message, topic);
            CrashPoint.BEFORE_HANDLING.reached();
            Trace.within(header(message, CloudEventHeaders.TRACEPARENT), () -> handler.accept(received));
            CrashPoint.AFTER_HANDLING.reached();
        };
    }

    private static <E extends PublishedEvent> Received<E> read(Message<byte[]> message, Class<E> topic) {
        // With a null value on the topic the payload is Spring's KafkaNull, whatever the signature says.
        Object payload = ((Message<?>) message).getPayload();
        if (!(payload instanceof byte[] body)) {
            throw new UnreadableEvent("no body");
        }
        PublishedEvent event = EventJson.read(required(message, CloudEventHeaders.TYPE), body);
        if (!topic.isInstance(event)) {
            throw new UnreadableEvent("not an event of " + topic.getSimpleName());
        }
        return new Received<>(
                required(message, CloudEventHeaders.ID),
                required(message, CloudEventHeaders.SUBJECT),
                number(required(message, CloudEventHeaders.SEQUENCE)),
                time(required(message, CloudEventHeaders.TIME)),
                topic.cast(event));
    }

    private static String required(Message<?> message, String name) {
        String value = header(message, name);
        if (value == null) {
            throw new UnreadableEvent("no header " + name);
        }
        return value;
    }

    private static @Nullable String header(Message<?> message, String name) {
        return switch (message.getHeaders().get(name)) {
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case String text -> text;
            case null, default -> null;
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnreadableEvent("ce_sequence is no number");
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableEvent("ce_time is no time");
        }
    }
}
