package org.rapport.booking.requests.web;

import org.rapport.booking.requests.application.KeepRequestHandler;
import org.rapport.web.SignedLinks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the filter behind those that sign in and that limit bodies, before the API. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    private static final int ORDER = 100;

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            KeepRequestHandler keepRequest,
            SignedLinks links,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        FilterRegistrationBean<IdempotencyFilter> filter =
                new FilterRegistrationBean<>(new IdempotencyFilter(keepRequest, links, refusals));
        filter.addUrlPatterns("/api/booking/*");
        filter.setOrder(ORDER);
        return filter;
    }
}
