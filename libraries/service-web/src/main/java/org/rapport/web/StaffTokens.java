package org.rapport.web;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Mints and reads the signed token (HS256 JWT) that says who is calling: in the staff cookie, or as Bearer token on the API. */
public final class StaffTokens {
    public static final Duration SIGN_IN_LASTS = Duration.ofHours(8);
    private static final Duration SERVICE_CALL_LASTS = Duration.ofMinutes(1);
    private static final String ISSUER = "rapport";
    private static final String ROLES = "roles";
    private static final String NAME = "name";

    private final NimbusJwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;

    /** Wants the machine's clock, not the practice's: moving the practice's clock in one process must not lock out the others. */
    StaffTokens(SharedSecret secret, Clock clock) {
        SecretKey key = secret.keyFor("staff-tokens");
        this.clock = clock;
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        this.decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ofSeconds(5));
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(times, new JwtIssuerValidator(ISSUER))));
    }

    public String mint(Staff staff, Duration lifetime) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(staff.id().toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .claim(NAME, staff.name())
                .claim(
                        ROLES,
                        staff.roles().stream().map(StaffRole::name).sorted().toList())
                .build();
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }

    /** A token for one call to another service; valid for a minute. */
    public String forService(String serviceName) {
        UUID id = UUID.nameUUIDFromBytes(("service|" + serviceName).getBytes(StandardCharsets.UTF_8));
        return mint(new Staff(id, serviceName, Set.of(StaffRole.SERVICE)), SERVICE_CALL_LASTS);
    }

    public Optional<Staff> read(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            List<String> names =
                    Optional.ofNullable(jwt.getClaimAsStringList(ROLES)).orElse(List.of());
            EnumSet<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
            names.forEach(name -> roles.add(StaffRole.valueOf(name)));
            String name = Optional.ofNullable(jwt.getClaimAsString(NAME)).orElse("");
            return Optional.of(new Staff(UUID.fromString(jwt.getSubject()), name, roles));
        } catch (JwtException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
