package org.rapport.web;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.util.WebUtils;

/** Keeps a sign-in that is under way in the browser, in a signed cookie of ten minutes, so that any instance can finish it. */
final class PendingLogins implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    static final String COOKIE = "rapport_login";
    static final String REGISTRATION = "staff";
    static final String RETURN = "org.rapport.web.return";
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final String STATE = "state";
    private static final String VERIFIER = "verifier";

    private final ClientRegistrationRepository registrations;
    private final PublicUrls urls;
    private final Clock clock;
    private final NimbusJwtEncoder encoder;
    private final NimbusJwtDecoder decoder;

    PendingLogins(ClientRegistrationRepository registrations, PublicUrls urls, SharedSecret secret, Clock clock) {
        SecretKey key = secret.keyFor("pending-logins");
        this.registrations = registrations;
        this.urls = urls;
        this.clock = clock;
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        this.decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        decoder.setJwtValidator(times);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest login, HttpServletRequest request, HttpServletResponse response) {
        if (login == null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
            return;
        }
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuedAt(now)
                .expiresAt(now.plus(LASTS))
                .claim(STATE, String.valueOf(login.getState()))
                .claim(OidcParameterNames.NONCE, attribute(login, OidcParameterNames.NONCE))
                .claim(VERIFIER, attribute(login, PkceParameterNames.CODE_VERIFIER))
                .claim("return", ReturnPath.safe(request.getParameter("return")))
                .build();
        String value = encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(value, LASTS));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            Jwt pending = decoder.decode(cookie.getValue());
            String state = pending.getClaimAsString(STATE);
            if (state == null || !state.equals(request.getParameter(OAuth2ParameterNames.STATE))) {
                return null;
            }
            request.setAttribute(RETURN, pending.getClaimAsString("return"));
            return restore(pending, state);
        } catch (JwtException e) {
            return null;
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest login = loadAuthorizationRequest(request);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
        return login;
    }

    private @Nullable OAuth2AuthorizationRequest restore(Jwt pending, String state) {
        ClientRegistration registration = registrations.findByRegistrationId(REGISTRATION);
        String nonce = pending.getClaimAsString(OidcParameterNames.NONCE);
        String verifier = pending.getClaimAsString(VERIFIER);
        if (registration == null || nonce == null || verifier == null) {
            return null;
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(state)
                .attributes(attributes -> attributes.putAll(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID, REGISTRATION,
                        OidcParameterNames.NONCE, nonce,
                        PkceParameterNames.CODE_VERIFIER, verifier)))
                .build();
    }

    private static String attribute(OAuth2AuthorizationRequest login, String name) {
        return (String) Objects.requireNonNull(login.getAttributes().get(name), name);
    }

    private String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/staff/login")
                .httpOnly(true)
                .secure(urls.encrypted())
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
    }
}
