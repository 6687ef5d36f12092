package org.rapport.delivery;

import com.mongodb.MongoException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What becomes of an event whose handler throws.
 *
 * <table>
 *   <tr><td>{@link UnreadableEvent}</td><td>to the dead-letter topic at once</td></tr>
 *   <tr><td>the store cannot be reached ({@link MongoException})</td><td>tried again for ever, up to 10 s apart: the
 *       partition waits, for setting the event aside would not help the next one</td></tr>
 *   <tr><td>anything else</td><td>tried {@value #ATTEMPTS} times, then to the dead-letter topic</td></tr>
 * </table>
 *
 * The dead-letter topic is {@code <topic>.<group>.dlq}. If it cannot take the event, nothing is skipped: the partition waits
 * there too. The headers say which fault, never its message, which may quote a person, and are text, so that Kafka's own tools
 * can send the event again line by line.
 */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    static final int ATTEMPTS = 4;
    /**
     * Until KAFKA-20780 is in: after a fetch that found nothing the consumer asks again only at its next poll, and what
     * arrives meanwhile waits.
     */
    static final long POLL_MILLIS = 50;

    static final String REASON = "rapport-reason";

    private DeadLetters() {}

    static String topicOf(String topic, String group) {
        return topic + "." + group + ".dlq";
    }

    static void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String group,
            KafkaOperations<byte[], byte[]> operations) {
        container.getContainerProperties().setAckMode(AckMode.TIME);
        container.getContainerProperties().setAckTime(200);
        container.getContainerProperties().setPollTimeout(POLL_MILLIS);
        container.setCommonErrorHandler(errorHandler(group, operations));
    }

    private static DefaultErrorHandler errorHandler(String group, KafkaOperations<byte[], byte[]> operations) {
        BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> destination =
                (failed, _) -> new TopicPartition(topicOf(failed.topic(), group), -1);
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(operations, destination);
        recoverer.excludeHeader(
                HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE, HeadersToAdd.EX_CAUSE, HeadersToAdd.EXCEPTION);
        // Numbers as bytes, any of which may be the end of a line.
        recoverer.excludeHeader(HeadersToAdd.PARTITION, HeadersToAdd.OFFSET, HeadersToAdd.TS);
        recoverer.setHeadersFunction((_, failure) -> reason(failure));
        recoverer.setFailIfSendResultIsError(true);

        DefaultErrorHandler handler = new DefaultErrorHandler(recoverer, backOff(200, 2_000, ATTEMPTS - 1));
        handler.addNotRetryableExceptions(UnreadableEvent.class);
        BackOff waiting = backOff(200, 10_000, Long.MAX_VALUE);
        handler.setBackOffFunction((_, failure) -> isCausedByStore(failure) ? waiting : null);
        // The framework would log the whole exception, whose message may quote a person.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners(new Said());
        return handler;
    }

    private static BackOff backOff(long firstMillis, long longestMillis, long attempts) {
        ExponentialBackOff backOff = new ExponentialBackOff(firstMillis, 2);
        backOff.setMaxInterval(longestMillis);
        backOff.setJitter(firstMillis / 4);
        if (attempts != Long.MAX_VALUE) {
            backOff.setMaxAttempts(attempts);
        } else {
            backOff.setMaxElapsedTime(TimeUnit.DAYS.toMillis(36_500));
        }
        return backOff;
    }

    private static boolean isCausedByStore(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException) {
                return true;
            }
        }
        return false;
    }

    private static Headers reason(Throwable failure) {
        return new RecordHeaders().add(REASON, describe(failure).getBytes(StandardCharsets.UTF_8));
    }

    private static String describe(@Nullable Throwable failure) {
        if (failure == null) {
            return "unknown";
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // Only an unreadable event's message is known to quote nothing.
        return String.valueOf(
                root instanceof UnreadableEvent
                        ? root.getMessage()
                        : root.getClass().getName());
    }

    /** Where the record stands and which kind of fault, once an attempt. */
    private static final class Said implements RetryListener {
        @Override
        public void failedDelivery(ConsumerRecord<?, ?> failed, @Nullable Exception failure, int attempt) {
            log.warn(
                    "{}-{}@{} not handled, attempt {}: {}",
                    failed.topic(),
                    failed.partition(),
                    failed.offset(),
                    attempt,
                    describe(failure));
        }

        @Override
        public void recovered(ConsumerRecord<?, ?> failed, @Nullable Exception failure) {
            log.error("{}-{}@{} set aside as a dead letter", failed.topic(), failed.partition(), failed.offset());
        }
    }
}
