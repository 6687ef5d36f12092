package org.rapport.notification.words;

import java.time.Clock;
import org.rapport.delivery.DocumentStore;
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
    OwnWords ownWords(DocumentStore store, Clock clock) {
        return new OwnWords(store, clock);
    }

    @Bean
    SampleLetters sampleLetters(ThymeleafLetters letters, Practice practice, Clock clock) {
        return new SampleLetters(letters, practice.zone(), clock);
    }

    @Bean
    ThymeleafLetters letters(
            OwnWords own, Sender sender, Practice practice, Times times, SignedLinks links, PublicUrls urls) {
        return new ThymeleafLetters(
                new Templates(), own::text, sender.name(), practice.phone(), times::full, new PublicLinks(links, urls));
    }
}
