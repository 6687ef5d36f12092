package org.rapport.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** Everything under {@code rapport} but the practice and the secret, which no settings object may carry into a log. */
@ConfigurationProperties("rapport")
record WebSettings(
        URI publicUrl,
        @DefaultValue Map<String, URI> services,
        @DefaultValue Web web,
        @DefaultValue Oidc oidc) {
    /** {@code login}: this service signs staff in; {@code messages}: base names of its texts. */
    record Web(
            @DefaultValue("false") boolean login,
            @DefaultValue List<String> messages,
            @DefaultValue("256KB") DataSize mostBody) {}

    record Oidc(
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret) {}
}
