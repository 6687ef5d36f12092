package org.rapport.booking.inquiries;

import java.time.Clock;
import org.rapport.booking.inquiries.application.ReceiveInquiryHandler;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.phone.UnitedStatesPhoneNumbers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that can be done with inquiries, whatever keeps them. */
@Configuration(proxyBeanMethods = false)
public class InquiryHandlers {

    @Bean
    PersonRules personRules() {
        return new PersonRules(new UnitedStatesPhoneNumbers());
    }

    @Bean
    ReceiveInquiryHandler receiveInquiryHandler(Inquiries inquiries, Clock clock) {
        return new ReceiveInquiryHandler(inquiries, clock);
    }
}
