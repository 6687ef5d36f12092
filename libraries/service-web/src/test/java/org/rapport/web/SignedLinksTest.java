package org.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedLinksTest {
    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant BEFORE = END.minusSeconds(1);
    private final SignedLinks links = new SignedLinks(new SharedSecret("a-secret-of-at-least-thirty-two-chars"));
    private final String token = links.sign("manage-call", "call-1", END);

    @Test
    void a_fresh_link_names_its_subject_and_end() {
        assertThat(links.verify(token, "manage-call", BEFORE)).isEqualTo(new LinkVerdict.Valid("call-1", END));
    }

    @Test
    void at_its_end_a_link_is_expired_and_still_names_its_subject() {
        assertThat(links.verify(token, "manage-call", END)).isEqualTo(new LinkVerdict.Expired("call-1", END));
    }

    @Test
    void a_link_for_another_purpose_opens_nothing() {
        assertInvalid(links.verify(token, "intake", BEFORE));
    }

    @Test
    void every_truncation_is_invalid() {
        for (int length = 0; length < token.length(); length++) {
            assertInvalid(links.verify(token.substring(0, length), "manage-call", BEFORE));
        }
    }

    @Test
    void every_flipped_bit_is_invalid() {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] = (byte) (flipped[bit / 8] ^ (1 << (bit % 8)));
            String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
            assertInvalid(links.verify(forged, "manage-call", BEFORE));
        }
    }

    @Test
    void every_changed_character_is_invalid_also_where_only_spare_bits_change() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. ";
        for (int place = 0; place < token.length(); place++) {
            for (int letter = 0; letter < alphabet.length(); letter++) {
                char other = alphabet.charAt(letter);
                if (other != token.charAt(place)) {
                    String forged = token.substring(0, place) + other + token.substring(place + 1);
                    assertInvalid(links.verify(forged, "manage-call", BEFORE));
                }
            }
        }
    }

    @Test
    void the_subject_of_another_link_cannot_be_put_in() {
        byte[] mine = Base64.getUrlDecoder().decode(token);
        byte[] theirs = Base64.getUrlDecoder().decode(links.sign("manage-call", "call-2", END));
        System.arraycopy(mine, mine.length - 32, theirs, theirs.length - 32, 32);
        assertInvalid(
                links.verify(Base64.getUrlEncoder().withoutPadding().encodeToString(theirs), "manage-call", BEFORE));
    }

    @Test
    void another_secret_makes_another_link() {
        SignedLinks others = new SignedLinks(new SharedSecret("another-secret-of-thirty-two-characters"));
        assertInvalid(others.verify(token, "manage-call", BEFORE));
    }

    @Test
    void without_a_long_secret_nothing_starts() {
        for (String secret : new String[] {"", "short", " ".repeat(40), "x".repeat(31)}) {
            assertThatThrownBy(() -> new SharedSecret(secret)).hasMessageContaining("RAPPORT_SECRET");
        }
    }

    @Test
    void an_endless_token_is_refused_unread() {
        assertInvalid(links.verify("A".repeat(1_000_000), "manage-call", BEFORE));
    }

    private static void assertInvalid(LinkVerdict verdict) {
        assertThat(verdict).isInstanceOf(LinkVerdict.Invalid.class);
    }
}
