package org.rapport.booking.calendars.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedTokenTest {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");

    @Test
    void a_token_is_read_as_it_was_written_and_shows_its_secret_nowhere_else() {
        byte[] secret = new byte[32];
        secret[5] = 77;
        FeedToken token = FeedToken.of(MAYA, secret);
        assertThat(FeedToken.parse(token.text())).contains(token);
        assertThat(token.toString()).doesNotContain("4d");
        assertThat(FeedToken.parse("")).isEmpty();
        assertThat(FeedToken.parse(token.text().substring(1))).isEmpty();
        assertThat(FeedToken.parse("not base64!")).isEmpty();
    }

    @Test
    void a_feed_opens_with_its_last_token_alone() {
        FeedToken first = FeedToken.of(MAYA, new byte[32]);
        byte[] other = new byte[32];
        other[0] = 1;
        FeedToken second = FeedToken.of(MAYA, other);
        Feed feed = Feed.under(first, 0, NOW);
        assertThat(feed.opensWith(first)).isTrue();
        assertThat(feed.opensWith(second)).isFalse();
        assertThat(feed.opensWith(FeedToken.of(DANIEL, new byte[32]))).isFalse();
        assertThat(Feed.under(second, 1, NOW).opensWith(first)).isFalse();
        assertThat(feed.off(NOW).opensWith(first)).isFalse();
    }
}
