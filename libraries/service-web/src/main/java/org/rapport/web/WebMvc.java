package org.rapport.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@Configuration(proxyBeanMethods = false)
class WebMvc implements WebMvcConfigurer {
    // Addresses carry a version, so this only bounds how long a mix of two releases can last.
    private static final Duration ASSETS_KEPT = Duration.ofHours(1);
    private static final Set<String> OTHER_FORMATS = Set.of("yaml", "xml", "cbor", "smile");

    /** As plain variables too, because Thymeleaf refuses bean references in most attributes. */
    @Bean
    SmartInitializingSingleton templateVariables(
            ObjectProvider<ThymeleafViewResolver> views, PageFrame frame, Times times) {
        return () -> views.forEach(view -> view.setStaticVariables(Map.of("frame", frame, "when", times)));
    }

    /** Libraries on the class path would otherwise make every controller accept YAML too, and by a parser without our limits. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters ->
                converters.removeIf(converter -> converter.getSupportedMediaTypes().stream()
                        .anyMatch(type -> OTHER_FORMATS.stream().anyMatch(type.getSubtype()::contains))));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StaffArgument());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/assets/")
                .addResourceLocations(htmx())
                .setCacheControl(CacheControl.maxAge(ASSETS_KEPT).cachePublic());
    }

    /** The folder in the webjar, whose path holds its version. */
    private static Resource htmx() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");
            return found[0].createRelative("./");
        } catch (IOException e) {
            throw new UncheckedIOException("The htmx webjar cannot be read", e);
        }
    }
}
