package org.rapport.notification.messages.application;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageId;

/**
 * One lane per channel, so many messages abreast: a provider that hangs fills its own lane and no other. A message waits for
 * its place before it is claimed, so that no lease runs while nothing happens.
 */
public final class DeliveryLanes implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DeliveryLanes.class.getName());
    private static final int LONGEST_QUEUE = 1_000;
    private static final int SECONDS_TO_FINISH = 3;

    private final Consumer<DeliverMessage> deliver;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("deliver-", 0).factory());
    private final Map<Channel, Semaphore> lanes = new EnumMap<>(Channel.class);
    private final Map<Channel, Set<MessageId>> queues = new EnumMap<>(Channel.class);
    private volatile boolean closed;

    public DeliveryLanes(Consumer<DeliverMessage> deliver, int abreast) {
        this.deliver = deliver;
        for (Channel channel : Channel.values()) {
            lanes.put(channel, new Semaphore(abreast, true));
            queues.put(channel, ConcurrentHashMap.newKeySet());
        }
    }

    /** Returns at once. A message that finds no place in the queue stays due and is woken again. */
    public void wake(MessageId id) {
        Set<MessageId> queue = queue(id.channel());
        if (!closed && queue.size() < LONGEST_QUEUE && queue.add(id)) {
            threads.execute(() -> inLane(id, queue));
        }
    }

    private void inLane(MessageId id, Set<MessageId> queue) {
        Semaphore lane = lane(id.channel());
        try {
            lane.acquire();
            try {
                if (!closed) {
                    deliver.accept(new DeliverMessage(id));
                }
            } finally {
                lane.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "message {0} not delivered, woken again: {1}", id, failure.toString());
        } finally {
            queue.remove(id);
        }
    }

    private Semaphore lane(Channel channel) {
        Semaphore lane = lanes.get(channel);
        if (lane == null) {
            throw new IllegalStateException("no lane for " + channel);
        }
        return lane;
    }

    private Set<MessageId> queue(Channel channel) {
        Set<MessageId> queue = queues.get(channel);
        if (queue == null) {
            throw new IllegalStateException("no queue for " + channel);
        }
        return queue;
    }

    /** Lets what is being sent finish; what waits stays due. */
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
