package org.rapport.booking.requests;

import java.time.Clock;
import org.rapport.booking.requests.application.KeepRequestHandler;
import org.rapport.booking.requests.domain.Requests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How commands are kept, whatever keeps them. */
@Configuration(proxyBeanMethods = false)
public class RequestHandlers {

    @Bean
    KeepRequestHandler keepRequestHandler(Requests requests, Clock clock) {
        return new KeepRequestHandler(requests, clock);
    }
}
