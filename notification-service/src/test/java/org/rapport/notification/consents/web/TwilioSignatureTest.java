package org.rapport.notification.consents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class TwilioSignatureTest {
    private static final TwilioSignature SIGNATURE =
            new TwilioSignature("12345", "https://mycompany.com/myapp.php?foo=1&bar=2");
    private static final Map<String, List<String>> FIELDS = Map.of(
            "To", List.of("+18005551212"),
            "CallSid", List.of("CA1234567890ABCDE"),
            "Digits", List.of("1234"),
            "From", List.of("+14158675309"),
            "Caller", List.of("+14158675309"));

    /** The example of the gateway's own documentation. */
    @Test
    void the_documented_example_fits() {
        assertThat(SIGNATURE.of(FIELDS)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        assertThat(SIGNATURE.fits(FIELDS, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")).isTrue();
    }

    @Test
    void any_other_field_or_signature_does_not() {
        assertThat(SIGNATURE.fits(Map.of("From", List.of("+14158675309")), "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                .isFalse();
        assertThat(SIGNATURE.fits(FIELDS, "")).isFalse();
        assertThat(SIGNATURE.fits(FIELDS, "RSOYDt4T1cUTdK1PDd93/VVr8B9=")).isFalse();
    }
}
