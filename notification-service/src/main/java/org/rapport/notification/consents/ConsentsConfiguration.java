package org.rapport.notification.consents;

import java.net.URI;
import java.time.Clock;
import org.rapport.delivery.DocumentStore;
import org.rapport.notification.consents.application.AnswerTextHandler;
import org.rapport.notification.consents.application.KeptConsents;
import org.rapport.notification.consents.application.ReportMailHandler;
import org.rapport.notification.consents.domain.Addresses;
import org.rapport.notification.consents.domain.People;
import org.rapport.notification.consents.mongo.MongoAddresses;
import org.rapport.notification.consents.mongo.MongoPeople;
import org.rapport.notification.consents.web.Clients;
import org.rapport.notification.consents.web.Reporters;
import org.rapport.notification.consents.web.TextController;
import org.rapport.notification.messages.SenderMissing;
import org.rapport.notification.messages.application.Facts;
import org.rapport.notification.messages.application.Sender;
import org.rapport.web.PublicUrls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentsConfiguration {
    @Bean
    Addresses addresses(DocumentStore store) {
        return new MongoAddresses(store);
    }

    @Bean
    People people(DocumentStore store) {
        return new MongoPeople(store);
    }

    @Bean
    KeptConsents consents(People people, Addresses addresses, Clock clock) {
        return new KeptConsents(people, addresses, clock);
    }

    @Bean
    AnswerTextHandler answerTextHandler(Addresses addresses, Clock clock) {
        return new AnswerTextHandler(addresses, clock);
    }

    @Bean
    ReportMailHandler reportMailHandler(Addresses addresses, Clock clock) {
        return new ReportMailHandler(addresses, clock);
    }

    @Bean
    Clients clients(Facts facts) {
        return facts::client;
    }

    /** A practice that sends texts must hear who wants no more of them, so without a token it does not start. */
    @Bean
    Reporters reporters(
            Sender sender,
            PublicUrls urls,
            @Value("${rapport.sms-url}") String smsUrl,
            @Value("${rapport.sms-token}") String smsToken,
            @Value("${rapport.mail-reports}") String mailAccount,
            @Value("${rapport.sample-data}") boolean sampleData) {
        String token = smsToken.isEmpty() ? tokenIn(smsUrl) : smsToken;
        if (token.isEmpty() && !smsUrl.isEmpty() && !sampleData) {
            throw SenderMissing.ofTexts();
        }
        return new Reporters(sender.name(), token, urls.absolute(TextController.PATH), mailAccount);
    }

    /** The gateway signs with the token it is called with, unless it is called with a key of its own. */
    private static String tokenIn(String smsUrl) {
        String userInfo = smsUrl.isEmpty() ? null : URI.create(smsUrl).getUserInfo();
        int colon = userInfo == null ? -1 : userInfo.indexOf(':');
        return userInfo == null || colon < 0 ? "" : userInfo.substring(colon + 1);
    }
}
