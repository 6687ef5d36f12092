package org.rapport.booking.inquiries;

import java.time.Clock;
import org.rapport.booking.inquiries.application.ReceiveInquiryHandler;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.events.InquiryEventTranslation;
import org.rapport.booking.inquiries.mongo.InquiryDocument;
import org.rapport.booking.inquiries.mongo.MongoInquiries;
import org.rapport.booking.inquiries.phone.UnitedStatesPhoneNumbers;
import org.rapport.delivery.DocumentStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InquiriesConfiguration {

    @Bean
    Inquiries inquiries(DocumentStore store) {
        return new MongoInquiries(
                store.collection(MongoInquiries.COLLECTION, InquiryDocument.class), InquiryEventTranslation::published);
    }

    @Bean
    PersonRules personRules() {
        return new PersonRules(new UnitedStatesPhoneNumbers());
    }

    @Bean
    ReceiveInquiryHandler receiveInquiryHandler(Inquiries inquiries, Clock clock) {
        return new ReceiveInquiryHandler(inquiries, clock);
    }
}
