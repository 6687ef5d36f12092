package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageId;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class DeliveryLanesTest {
    private static MessageId id(int number, Channel channel) {
        return new MessageId("subject" + number + "|0|CALL_CONFIRMATION|" + channel + "|client");
    }

    @Test
    void a_provider_that_hangs_holds_up_its_own_lane_only_and_no_more_than_so_many() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        AtomicInteger atMail = new AtomicInteger();
        Set<MessageId> texts = ConcurrentHashMap.newKeySet();
        try (DeliveryLanes lanes = new DeliveryLanes(
                command -> {
                    if (command.id().channel() == Channel.SMS) {
                        texts.add(command.id());
                        return;
                    }
                    atMail.incrementAndGet();
                    try {
                        hangs.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                },
                4)) {
            for (int number = 0; number < 50; number++) {
                lanes.wake(id(number, Channel.EMAIL));
                lanes.wake(id(number, Channel.SMS));
            }
            await().until(() -> texts.size() == 50);
            assertThat(atMail).hasValue(4);
            hangs.countDown();
            await().until(() -> atMail.get() == 50);
        }
    }

    @Test
    void a_message_waiting_or_under_way_is_not_queued_again_and_one_that_broke_can_be() {
        AtomicInteger delivered = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        try (DeliveryLanes lanes = new DeliveryLanes(
                _ -> {
                    try {
                        go.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    delivered.incrementAndGet();
                    throw new IllegalStateException("store away");
                },
                2)) {
            for (int time = 0; time < 10; time++) {
                lanes.wake(id(1, Channel.EMAIL));
            }
            go.countDown();
            await().until(() -> delivered.get() == 1);
            await().until(() -> {
                lanes.wake(id(1, Channel.EMAIL));
                return delivered.get() >= 2;
            });
        }
    }
}
