package org.rapport.booking.visitors.web;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class VisitorWeb {

    /** Behind those that sign in and that limit bodies, before the one that keeps keys. */
    private static final int ORDER = 90;

    @Bean
    FilterRegistrationBean<ApiLimitFilter> apiLimitFilter(
            VisitorLimits limits, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        FilterRegistrationBean<ApiLimitFilter> filter =
                new FilterRegistrationBean<>(new ApiLimitFilter(limits, refusals));
        filter.addUrlPatterns("/api/booking/*");
        filter.setOrder(ORDER);
        return filter;
    }

    @Bean
    WebMvcConfigurer visitorInterceptors(PageLimits limits, FormCheck check) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(limits);
                interceptors.addInterceptor(check).addPathPatterns("/book/*/you", "/call-me", "/start");
            }
        };
    }
}
