package org.rapport.local.front;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.GatewayServerMvcAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.filter.FilterAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctionAutoConfiguration;
import org.springframework.cloud.gateway.server.mvc.predicate.PredicateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** One origin for everything: routes by path to the services, and is the identity provider of the local run. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpClientAutoConfiguration.class,
    ImperativeHttpClientAutoConfiguration.class,
    RestClientAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    GatewayServerMvcAutoConfiguration.class,
    HandlerFunctionAutoConfiguration.class,
    FilterAutoConfiguration.class,
    PredicateAutoConfiguration.class
})
@Import({IdentityProvider.class, DevPages.class, FaultPages.class, FaultPages.Registration.class, SmsGateway.class})
public class FrontDoor {

    @Bean
    RouterFunction<ServerResponse> routes(Environment environment) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        PathTable.PATHS.forEach((service, patterns) -> {
            URI address = Binder.get(environment)
                    .bind("rapport.services." + service, Bindable.of(URI.class))
                    .get();
            routes.add(to(address, patterns));
        });
        return routes.build();
    }

    private static RouterFunction<ServerResponse> to(URI address, List<String> patterns) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        patterns.forEach(pattern -> routes.route(path(pattern), http()));
        return routes.before(uri(address))
                .onError(FrontDoor::isUnreachable, (_, _) -> unreachable())
                .build();
    }

    private static boolean isUnreachable(Throwable failure) {
        return failure instanceof ResourceAccessException || failure instanceof ConnectException;
    }

    private static ServerResponse unreachable() {
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "5")
                .contentType(MediaType.TEXT_HTML)
                .body("""
                        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                        <title>One moment</title><h1>This part is starting or stopped for a moment</h1>
                        <p>Nothing you entered before is lost. Please try again in a few seconds.</p>
                        <p>In a crisis call or text <strong>988</strong>; in immediate danger call <strong>911</strong>.</p>
                        """);
    }
}
