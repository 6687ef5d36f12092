package org.rapport.notification.messages;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.rapport.contracts.BookingCalendars;
import org.rapport.contracts.BookingCalls;
import org.rapport.contracts.BookingWaiters;
import org.rapport.contracts.IntakeResponses;
import org.rapport.contracts.MatchingReferrals;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.EventConsumers;
import org.rapport.delivery.WakeUps;
import org.rapport.notification.messages.application.AlertLateHandler;
import org.rapport.notification.messages.application.Carrier;
import org.rapport.notification.messages.application.DeliverMessageHandler;
import org.rapport.notification.messages.application.DeliveryLanes;
import org.rapport.notification.messages.application.DeliveryPolicy;
import org.rapport.notification.messages.application.Facts;
import org.rapport.notification.messages.application.Letters;
import org.rapport.notification.messages.application.PlanMessagesHandler;
import org.rapport.notification.messages.application.SendAgainHandler;
import org.rapport.notification.messages.application.Sender;
import org.rapport.notification.messages.application.ShowMessageHandler;
import org.rapport.notification.messages.domain.Backoff;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Consents;
import org.rapport.notification.messages.domain.MessageId;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.QuietHours;
import org.rapport.notification.messages.domain.TextPlaces;
import org.rapport.notification.messages.events.MessageEventTranslation;
import org.rapport.notification.messages.events.OccasionConsumers;
import org.rapport.notification.messages.guard.GuardedCarrier;
import org.rapport.notification.messages.http.HttpFacts;
import org.rapport.notification.messages.mail.SmtpMail;
import org.rapport.notification.messages.mongo.MongoMessages;
import org.rapport.notification.messages.mongo.MongoTextPlaces;
import org.rapport.notification.messages.sms.GatewaySms;
import org.rapport.web.Practice;
import org.rapport.web.ServiceClients;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MessagesSettings.class, SenderSettings.class})
class MessagesConfiguration {
    /** A mail is six questions and answers at most, a text one. */
    private static final int ANSWERS_TO_A_MAIL = 6;

    @Bean
    Sender sender(
            SenderSettings sender,
            MessagesSettings settings,
            Practice practice,
            @Value("${rapport.sample-data}") boolean sampleData) {
        return sampleData
                ? sender.ofSamplePractice()
                : sender.ofRealPractice(practice.phone(), settings.smsUrl() != null);
    }

    @Bean
    MongoMessages messages(DocumentStore store) {
        return new MongoMessages(store, new MessageEventTranslation());
    }

    @Bean
    TextPlaces textPlaces(DocumentStore store) {
        return new MongoTextPlaces(store);
    }

    @Bean
    PlanMessagesHandler planMessagesHandler(Messages messages, MessagesSettings settings) {
        return new PlanMessagesHandler(messages, settings.schedule());
    }

    @Bean
    OccasionConsumers occasionConsumers(PlanMessagesHandler handler) {
        return new OccasionConsumers(handler);
    }

    @Bean
    Consumer<Message<byte[]>> bookingCalls(EventConsumers consumers, OccasionConsumers occasions) {
        return consumers.of(BookingCalls.class, occasions::onCall);
    }

    @Bean
    Consumer<Message<byte[]>> bookingWaiters(EventConsumers consumers, OccasionConsumers occasions) {
        return consumers.of(BookingWaiters.class, occasions::onWaiter);
    }

    @Bean
    Consumer<Message<byte[]>> bookingCalendars(EventConsumers consumers, OccasionConsumers occasions) {
        return consumers.of(BookingCalendars.class, occasions::onCalendar);
    }

    @Bean
    Consumer<Message<byte[]>> intakeResponses(EventConsumers consumers, OccasionConsumers occasions) {
        return consumers.of(IntakeResponses.class, occasions::onResponse);
    }

    @Bean
    Consumer<Message<byte[]>> matchingReferrals(EventConsumers consumers, OccasionConsumers occasions) {
        return consumers.of(MatchingReferrals.class, occasions::onReferral);
    }

    @Bean
    Facts facts(ServiceClients services) {
        return new HttpFacts(services.to("booking"), services.to("intake"), services.to("matching"));
    }

    /** No carrier for a channel without a provider. */
    static Map<Channel, Carrier> carriers(MessagesSettings settings, Sender sender, Clock clock) {
        Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
        SmtpMail mail = new SmtpMail(
                settings.smtpUrl(), new SmtpMail.TimeLimits(settings.connect(), settings.answer()), sender, clock);
        carriers.put(Channel.EMAIL, guarded(Channel.EMAIL, mail, settings));
        URI smsUrl = settings.smsUrl();
        if (smsUrl != null) {
            GatewaySms sms = new GatewaySms(
                    new GatewaySms.SmsSettings(smsUrl, sender.smsFrom(), settings.connect(), settings.answer()));
            carriers.put(Channel.SMS, guarded(Channel.SMS, sms, settings));
        }
        return carriers;
    }

    private static Carrier guarded(Channel channel, Carrier carrier, MessagesSettings settings) {
        return new GuardedCarrier(
                channel.name(), carrier, settings.breakerRest(), settings.apart(channel), settings.longestTurn());
    }

    @Bean
    DeliverMessageHandler deliverMessageHandler(
            Messages messages,
            Facts facts,
            Consents consents,
            TextPlaces places,
            Letters letters,
            Sender sender,
            MessagesSettings settings,
            Clock clock) {
        Duration handover = settings.longestTurn()
                .plus(settings.connect())
                .plus(settings.answer().multipliedBy(ANSWERS_TO_A_MAIL));
        DeliveryPolicy policy = new DeliveryPolicy(
                settings.lease(),
                handover,
                new Backoff(settings.firstRetry(), settings.longestRetry()),
                new QuietHours(settings.quietFrom(), settings.quietTo()),
                settings.practiceChannels(),
                settings.textCaps());
        return new DeliverMessageHandler(
                messages,
                facts,
                consents,
                places,
                letters,
                carriers(settings, sender, clock),
                policy,
                clock,
                () -> ThreadLocalRandom.current().nextLong());
    }

    @Bean
    SendAgainHandler sendAgainHandler(Messages messages, Clock clock) {
        return new SendAgainHandler(messages, clock);
    }

    @Bean
    ShowMessageHandler showMessageHandler(Messages messages, Facts facts, Letters letters, Clock clock) {
        return new ShowMessageHandler(messages, facts, letters, clock);
    }

    @Bean
    AlertLateHandler alertLateHandler(
            Messages messages, PlanMessagesHandler planner, MessagesSettings settings, Clock clock) {
        return new AlertLateHandler(messages, planner, settings.lateAfter(), clock);
    }

    @Bean
    LateWatch lateWatch(AlertLateHandler alert, MessagesSettings settings) {
        return new LateWatch(alert, settings.lateLook());
    }

    @Bean
    MeterBinder oldestDueAge(AlertLateHandler alert) {
        return registry -> Gauge.builder(
                        "rapport.notification.oldest_due_age",
                        alert,
                        late -> late.oldestDueAge().toMillis() / 1_000.0)
                .description("how long the message has been due that waits longest")
                .baseUnit("seconds")
                .register(registry);
    }

    @Bean
    DeliveryLanes deliveryLanes(DeliverMessageHandler handler, MessagesSettings settings) {
        return new DeliveryLanes(handler::handle, settings.abreast());
    }

    @Bean
    SmartInitializingSingleton wakingMessages(WakeUps wakeUps, MongoMessages messages, DeliveryLanes lanes) {
        return () -> wakeUps.on(messages.documents(), id -> lanes.wake(new MessageId(id)));
    }
}
