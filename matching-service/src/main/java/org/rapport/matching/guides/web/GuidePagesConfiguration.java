package org.rapport.matching.guides.web;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GuidePagesConfiguration {
    @Bean
    GuideTexts guideTexts(MessageSource messages) {
        return new GuideTexts(messages);
    }
}
