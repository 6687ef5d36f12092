package org.rapport.booking.visitors;

import java.time.Clock;
import org.rapport.booking.visitors.buckets.BucketLimits;
import org.rapport.booking.visitors.domain.Limits;
import org.rapport.booking.visitors.domain.MessageLimits;
import org.rapport.booking.visitors.web.FormCheck;
import org.rapport.booking.visitors.web.VisitorNetworks;
import org.rapport.web.SignedLinks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitorSettings.class)
public class VisitorsConfiguration {

    @Bean
    Limits limits(VisitorSettings settings, Clock clock) {
        return new BucketLimits(settings.limits(), settings.mostRemembered(), clock);
    }

    @Bean
    MessageLimits messageLimits(Limits limits) {
        return new MessageLimits(limits);
    }

    @Bean
    VisitorNetworks visitorNetworks(VisitorSettings settings) {
        return new VisitorNetworks(settings.trustedProxies());
    }

    @Bean
    FormCheck formCheck(VisitorSettings settings, SignedLinks links, Clock clock) {
        return new FormCheck(links, settings.quickestForm(), settings.oldestForm(), clock);
    }
}
