package org.rapport.booking.inquiries;

import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.events.InquiryEventTranslation;
import org.rapport.booking.inquiries.mongo.InquiryDocument;
import org.rapport.booking.inquiries.mongo.MongoInquiries;
import org.rapport.delivery.DocumentStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where inquiries are kept; what can be done with them is in {@link InquiryHandlers}. */
@Configuration(proxyBeanMethods = false)
class InquiriesConfiguration {

    @Bean
    Inquiries inquiries(DocumentStore store) {
        return new MongoInquiries(
                store.collection(MongoInquiries.COLLECTION, InquiryDocument.class), InquiryEventTranslation::published);
    }
}
