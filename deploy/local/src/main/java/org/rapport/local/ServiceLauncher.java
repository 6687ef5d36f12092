package org.rapport.local;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts one Spring Boot application of several in this JVM. */
final class ServiceLauncher {
    /** On the class path for the front door or for one service only. */
    private static final List<String> NOT_FOR_SERVICES = List.of(
            "org.springframework.cloud.gateway.server.mvc.GatewayServerMvcAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.GatewayMvcClassPathWarningAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.filter.FilterAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctionAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.handler.GatewayMultipartAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.predicate.PredicateAutoConfiguration",
            "org.springframework.cloud.gateway.server.mvc.config.DefaultFunctionConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration");

    private final Map<String, String> settings;
    private final Clock clock;

    /** @param settings shared by all applications */
    ServiceLauncher(Map<String, String> settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    ConfigurableApplicationContext service(Class<?> application, String configName, int port) {
        return start(
                application,
                Map.of(
                        "spring.config.name",
                        configName,
                        "server.port",
                        "" + port,
                        "spring.autoconfigure.exclude",
                        String.join(",", NOT_FOR_SERVICES)),
                _ -> {});
    }

    ConfigurableApplicationContext start(
            Class<?> application, Map<String, String> own, Consumer<GenericApplicationContext> beans) {
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        own.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        Supplier<Clock> shared = () -> clock;
        return new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .initializers(context -> {
                    GenericApplicationContext generic = (GenericApplicationContext) context;
                    generic.registerBean("clock", Clock.class, shared);
                    beans.accept(generic);
                })
                .run(arguments.toArray(String[]::new));
    }
}
