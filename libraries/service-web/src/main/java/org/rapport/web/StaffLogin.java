package org.rapport.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClient;

/**
 * Signs staff in by OpenID Connect (authorization code, PKCE). 1. /staff/login sends the browser to the issuer and leaves a signed cookie;
 * 2. the issuer sends it back to /staff/login/callback; 3. the ID token's claims {@code staff_id} and {@code roles} become our own token in
 * the staff cookie. The issuer is asked for its addresses at the first sign-in, because it may start after us.
 */
final class StaffLogin {
    static final String CALLBACK = "/staff/login/callback";
    private static final Logger LOG = LoggerFactory.getLogger(StaffLogin.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ClientRegistrationRepository registrations;
    private final PendingLogins pending;
    private final StaffTokens tokens;
    private final StaffCookie cookie;

    StaffLogin(
            WebSettings.Oidc oidc,
            PublicUrls urls,
            StaffTokens tokens,
            StaffCookie cookie,
            Function<ClientRegistrationRepository, PendingLogins> pending) {
        this.registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(oidc, urls)));
        this.pending = pending.apply(registrations);
        this.tokens = tokens;
        this.cookie = cookie;
    }

    private static ClientRegistration registration(WebSettings.Oidc oidc, PublicUrls urls) {
        return ClientRegistrations.fromIssuerLocation(oidc.issuer())
                .registrationId(PendingLogins.REGISTRATION)
                .clientId(oidc.clientId())
                .clientSecret(oidc.clientSecret())
                .scope("openid", "profile")
                .redirectUri(urls.absolute(CALLBACK))
                .build();
    }

    /** Where the browser must go now. */
    String begin(HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest login;
        try {
            DefaultOAuth2AuthorizationRequestResolver resolver =
                    new DefaultOAuth2AuthorizationRequestResolver(registrations, "/staff/login/unused");
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
            login = resolver.resolve(request, PendingLogins.REGISTRATION);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ServiceUnavailable("identity provider", "its description", e);
        }
        if (login == null) {
            throw new ServiceUnavailable("identity provider", "no sign-in", null);
        }
        pending.saveAuthorizationRequest(login, request, response);
        return login.getAuthorizationRequestUri();
    }

    void configure(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage("/staff/login")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new KeepNoTokens())
                // The redirect to the issuer is made by StaffLoginPages, whose faults become proper pages.
                .authorizationEndpoint(end ->
                        end.authorizationRequestRepository(pending).authorizationRequestResolver(new NoRedirects()))
                .redirectionEndpoint(end -> end.baseUri(CALLBACK))
                .tokenEndpoint(end -> end.accessTokenResponseClient(tokenClient()))
                .userInfoEndpoint(end -> end.oidcUserService(user -> new DefaultOidcUser(List.of(), user.getIdToken())))
                .successHandler(this::arrived)
                .failureHandler(StaffLogin::failed));
    }

    private void arrived(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        Optional<Staff> staff = authentication.getPrincipal() instanceof OidcUser user ? staff(user) : Optional.empty();
        String target = "/staff/login/failed?why=account";
        if (staff.isPresent()) {
            cookie.write(response, tokens.mint(staff.get(), StaffTokens.SIGN_IN_LASTS));
            target = ReturnPath.safe((String) request.getAttribute(PendingLogins.RETURN));
        }
        redirect(response, target);
    }

    static Optional<Staff> staff(OidcUser user) {
        String id = user.getClaimAsString("staff_id");
        List<String> claimed = user.getClaimAsStringList("roles");
        if (id == null || claimed == null) {
            return Optional.empty();
        }
        Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
        for (StaffRole role : StaffRole.values()) {
            boolean person = role != StaffRole.SERVICE;
            if (person && claimed.stream().anyMatch(name -> role.name().equals(name.toUpperCase(Locale.ROOT)))) {
                roles.add(role);
            }
        }
        try {
            String name = Stream.of(user.getFullName(), user.getPreferredUsername(), id)
                    .filter(known -> known != null && !known.isBlank())
                    .findFirst()
                    .orElseThrow();
            return roles.isEmpty() ? Optional.empty() : Optional.of(new Staff(UUID.fromString(id), name, roles));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String code = reason instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : "other";
        LOG.warn("A sign-in did not work: {}", code.replaceAll("[^A-Za-z0-9_.-]", "?"));
        redirect(response, "/staff/login/failed");
    }

    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokenClient() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .disableDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** We ask the issuer nothing after the sign-in, so its tokens are dropped. */
    private static final class KeepNoTokens implements OAuth2AuthorizedClientRepository {
        // The framework's signature.
        @SuppressWarnings("TypeParameterUnusedInFormals")
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }

    private static final class NoRedirects implements OAuth2AuthorizationRequestResolver {
        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return null;
        }
    }
}
