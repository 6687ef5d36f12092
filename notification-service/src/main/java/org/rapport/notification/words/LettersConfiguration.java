package org.rapport.notification.words;

import org.rapport.notification.messages.application.Letters;
import org.rapport.notification.messages.application.Sender;
import org.rapport.web.Practice;
import org.rapport.web.PublicUrls;
import org.rapport.web.SignedLinks;
import org.rapport.web.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LettersConfiguration {
    @Bean
    Letters letters(Sender sender, Practice practice, Times times, SignedLinks links, PublicUrls urls) {
        return new ThymeleafLetters(
                new Templates(), sender.name(), practice.phone(), times::full, new PublicLinks(links, urls));
    }
}
