package org.rapport.booking;

import java.util.function.Consumer;
import org.rapport.booking.calls.events.QuestionnaireWithCall;
import org.rapport.booking.waiting.events.CallsConsumer;
import org.rapport.contracts.BookingCalls;
import org.rapport.delivery.EventConsumers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * What follows from the service's own calls, wherever the instance that wrote them has died since. One instance hears of a
 * call here; the function named after the topic is each instance's own, for its openings.
 */
@Configuration(proxyBeanMethods = false)
class OwnCallsConfiguration {

    @Bean
    Consumer<Message<byte[]>> ownCalls(
            EventConsumers consumers, CallsConsumer waitList, QuestionnaireWithCall questionnaire) {
        return consumers.of(BookingCalls.class, received -> {
            waitList.on(received);
            questionnaire.on(received);
        });
    }
}
