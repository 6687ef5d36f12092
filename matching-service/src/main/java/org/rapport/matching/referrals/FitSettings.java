package org.rapport.matching.referrals;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When a matched person is asked how it is.
 *
 * @param after the match, one for each time
 * @param validFor how long each link lasts
 */
@ConfigurationProperties("rapport.matching.fit-checks")
record FitSettings(List<Duration> after, Duration validFor) {}
