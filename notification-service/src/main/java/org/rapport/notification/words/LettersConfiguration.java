package org.rapport.notification.words;

import org.rapport.notification.messages.application.Letters;
import org.rapport.web.Practice;
import org.rapport.web.PublicUrls;
import org.rapport.web.SignedLinks;
import org.rapport.web.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LettersConfiguration {
    @Bean
    Letters letters(
            @Value("${rapport.notification.sender-name}") String office,
            Practice practice,
            Times times,
            SignedLinks links,
            PublicUrls urls) {
        return new ThymeleafLetters(
                new Templates(), office, practice.phone(), times::full, new PublicLinks(links, urls));
    }
}
