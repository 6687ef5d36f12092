package org.rapport.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

@Configuration(proxyBeanMethods = false)
class WebSecurity {
    static final String CSRF_COOKIE = "rapport_csrf";
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final int TWO_YEARS_IN_SECONDS = 63_072_000;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    @ConditionalOnMissingBean
    AccessRules noAccessRules() {
        return AccessRules.none();
    }

    /** Nobody reads them, and wrapping every filter of every request costs more than the filters do. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    StaffTokens staffTokens(SharedSecret secret) {
        return new StaffTokens(secret, Clock.systemUTC());
    }

    @Bean
    StaffCookie staffCookie(PublicUrls urls) {
        return new StaffCookie(urls);
    }

    @Bean
    @ConditionalOnProperty("rapport.web.login")
    StaffLogin staffLogin(
            WebSettings settings, PublicUrls urls, StaffTokens tokens, StaffCookie cookie, SharedSecret secret) {
        return new StaffLogin(
                settings.oidc(),
                urls,
                tokens,
                cookie,
                registrations -> new PendingLogins(registrations, urls, secret, Clock.systemUTC()));
    }

    @Bean
    @ConditionalOnProperty("rapport.web.login")
    StaffLoginPages staffLoginPages(StaffLogin login) {
        return new StaffLoginPages(login);
    }

    @Bean
    @Order(0)
    SecurityFilterChain rapportSecurity(
            HttpSecurity http,
            AccessRules rules,
            StaffTokens tokens,
            StaffCookie cookie,
            PublicUrls urls,
            Faults faults,
            ObjectProvider<StaffLogin> login) {
        SecurityAnswers answers = new SecurityAnswers(faults);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(urls))
                        .requireCsrfProtectionMatcher(formTokenNeeded())
                        // Every request signs in anew by its cookie; a new token each time would spoil the other tabs.
                        .sessionAuthenticationStrategy((_, _, _) -> {}))
                // Before the form token is looked at, so that its error page knows who is asking; logout comes after
                // it.
                .addFilterBefore(new StaffAuthenticationFilter(tokens), CsrfFilter.class)
                .logout(logout -> logout.logoutRequestMatcher(pathPattern(HttpMethod.POST, "/staff/logout"))
                        .logoutSuccessHandler((request, response, who) -> {
                            cookie.clear(response);
                            response.setStatus(HttpStatus.SEE_OTHER.value());
                            response.setHeader(HttpHeaders.LOCATION, "/staff/login/ended");
                        }))
                .exceptionHandling(
                        failing -> failing.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .headers(headers -> securityHeaders(headers, urls))
                .authorizeHttpRequests(requests -> authorize(requests, rules));
        login.ifAvailable(staffLogin -> staffLogin.configure(http));
        return http.build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            AccessRules rules) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        requests.requestMatchers("/assets/**", "/health", "/health/**", "/error", "/staff/login/**", "/api/*/openapi")
                .permitAll();
        for (AccessRules.Rule rule : rules.rules()) {
            RequestMatcher matcher =
                    rule.method() == null ? pathPattern(rule.pattern()) : pathPattern(rule.method(), rule.pattern());
            var path = requests.requestMatchers(matcher);
            if (rule.roles().isEmpty()) {
                path.permitAll();
            } else {
                path.hasAnyRole(rule.roles().stream().map(StaffRole::name).toArray(String[]::new));
            }
        }
        requests.anyRequest().access((who, context) -> {
            context.getRequest().setAttribute(SecurityAnswers.UNLISTED, true);
            return new AuthorizationDecision(false);
        });
    }

    private static CookieCsrfTokenRepository csrfCookie(PublicUrls urls) {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(CSRF_COOKIE);
        cookie.setCookieCustomizer(builder ->
                builder.path("/").httpOnly(true).secure(urls.encrypted()).sameSite("Lax"));
        return cookie;
    }

    /**
     * Another site can make a browser send the cookie of whoever is signed in, so what they post needs a form token. A client's
     * page is opened by a link nobody else knows: there a token guards nothing, and a lost one would lose their answers.
     */
    private static RequestMatcher formTokenNeeded() {
        return request -> !SAFE.contains(request.getMethod())
                && StaffArgument.current() != null
                && StaffAuthenticationFilter.bearer(request) == null;
    }

    private static void securityHeaders(HeadersConfigurer<HttpSecurity> headers, PublicUrls urls) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
        if (urls.encrypted()) {
            // Encryption ends at the front door, so a request here never looks encrypted itself.
            headers.httpStrictTransportSecurity(
                    hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE).maxAgeInSeconds(TWO_YEARS_IN_SECONDS));
        }
    }
}
