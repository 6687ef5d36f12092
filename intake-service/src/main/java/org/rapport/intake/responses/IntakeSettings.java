package org.rapport.intake.responses;

import java.time.Duration;
import java.util.List;
import org.rapport.intake.responses.domain.Patience;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a practice may set; what holds without, stands in the service's file.
 *
 * @param escalateAfter until the next person is asked to acknowledge a safety concern
 * @param nudgeAfter after a link went out, until the person is reminded of it
 * @param masterKey wraps the keys of the answers: empty to derive it from the secret, {@code file:} with a Tink keyset, or a KMS
 * @param formerMasterKey the one that is being left; empty for none
 */
@ConfigurationProperties("rapport.intake")
record IntakeSettings(Duration escalateAfter, List<Duration> nudgeAfter, String masterKey, String formerMasterKey) {

    Patience patience() {
        return new Patience(escalateAfter, nudgeAfter);
    }
}
