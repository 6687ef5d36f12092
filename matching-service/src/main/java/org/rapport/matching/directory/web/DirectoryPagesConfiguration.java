package org.rapport.matching.directory.web;

import org.rapport.web.Times;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryPagesConfiguration {
    @Bean
    DirectoryTexts directoryTexts(MessageSource messages, Times times) {
        return new DirectoryTexts(messages, times);
    }
}
