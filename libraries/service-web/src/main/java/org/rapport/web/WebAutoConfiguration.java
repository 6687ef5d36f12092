package org.rapport.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

/** Everything of this library; the beans others use are SignedLinks, PublicUrls, StaffTokens, ServiceClients, Times, Practice. */
@AutoConfiguration(
        before = {
            MessageSourceAutoConfiguration.class,
            WebMvcAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class
        })
@EnableConfigurationProperties({WebSettings.class, Practice.class})
@Import({WebSecurity.class, WebMvc.class})
public final class WebAutoConfiguration {
    private static final List<String> ASSETS = List.of("assets/rapport.css", "assets/rapport.js");

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SharedSecret sharedSecret(Environment environment) {
        return new SharedSecret(environment.getProperty("rapport.secret"));
    }

    @Bean
    SignedLinks signedLinks(SharedSecret secret) {
        return new SignedLinks(secret);
    }

    @Bean
    PublicUrls publicUrls(WebSettings settings) {
        return new PublicUrls(settings.publicUrl());
    }

    @Bean
    ServiceClients serviceClients(
            @Value("${spring.application.name}") String caller, WebSettings settings, StaffTokens tokens) {
        return new ServiceClients(caller, settings.services(), tokens);
    }

    @Bean
    MessageSource messageSource(WebSettings settings) {
        List<String> baseNames = new ArrayList<>(settings.web().messages());
        baseNames.add("messages/web");
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(baseNames.toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // The file without a language is English, whatever the machine speaks.
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    Times times(MessageSource messages) {
        return new Times(messages);
    }

    @Bean
    PageFrame pageFrame(Practice practice, Clock clock) {
        StringBuilder contents = new StringBuilder();
        try {
            for (String asset : ASSETS) {
                contents.append(DigestUtils.md5DigestAsHex(new ClassPathResource(asset).getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The library's own assets are not there", e);
        }
        String digest = DigestUtils.md5DigestAsHex(contents.toString().getBytes(StandardCharsets.UTF_8));
        return new PageFrame(practice, clock, digest.substring(0, 10));
    }

    @Bean
    Languages localeResolver(PublicUrls urls) {
        return new Languages(urls);
    }

    @Bean
    FilterRegistrationBean<Languages> languageFilter(Languages languages) {
        FilterRegistrationBean<Languages> filter = new FilterRegistrationBean<>(languages);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(Faults faults, WebSettings settings) {
        FilterRegistrationBean<BodyLimitFilter> filter = new FilterRegistrationBean<>(
                new BodyLimitFilter(faults, settings.web().mostBody().toBytes()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    FaultReading faultReading(MessageSource messages, ObjectProvider<StoreFaults> storeFaults) {
        return new FaultReading(messages, storeFaults.stream().toList());
    }

    @Bean
    Faults faults(MessageSource messages, Languages languages, JsonMapper json) {
        return new Faults(messages, languages, json);
    }

    @Bean
    FaultAnswers faultAnswers(Faults faults, FaultReading reading) {
        return new FaultAnswers(faults, reading);
    }

    @Bean
    ErrorPages errorPages(Faults faults, FaultReading reading) {
        return new ErrorPages(faults, reading);
    }

    /** With the address from the settings: left alone, springdoc would repeat the Host header. */
    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(@Value("${spring.application.name}") String service, PublicUrls urls) {
        return new OpenAPI()
                .info(new Info().title(service).version("v1"))
                .servers(List.of(new Server().url(urls.root())));
    }
}
