package org.rapport.intake.responses.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.bson.types.Binary;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.intake.responses.domain.ResponseId;

/** One field, sealed to its place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealTest {
    private final ResponseId id = ResponseId.of(UUID.fromString("11111111-1111-4111-8111-111111111111"));
    private final Seal seal = new Seal(id, freshKey());

    @ParameterizedTest
    @ValueSource(strings = {"", "several-days", "naïve \uD83D\uDE00\n\u0000", "two words of one's own"})
    void what_is_sealed_opens_as_it_was(String value) {
        List<String> values = List.of(value, "second");
        assertThat(seal.open("answer|q", seal.close("answer|q", values))).isEqualTo(values);
        String long_ = value.repeat(500) + "x";
        assertThat(seal.open("answer|q", seal.close("answer|q", List.of(long_))))
                .containsExactly(long_);
    }

    @Test
    void the_same_answer_never_looks_the_same() {
        assertThat(seal.close("answer|q", List.of("yes"))).isNotEqualTo(seal.close("answer|q", List.of("yes")));
    }

    @Test
    void the_length_does_not_tell_which_option_was_chosen() {
        assertThat(seal.close("answer|q", List.of("not-at-all")).length())
                .isEqualTo(seal.close("answer|q", List.of("more-than-half-the-days"))
                        .length())
                .isEqualTo(seal.close("answer|q", List.of("grief", "stress", "work"))
                        .length());
    }

    @Test
    void a_field_moved_to_another_question_or_another_person_does_not_open() {
        Binary sealed = seal.close("answer|q", List.of("yes"));
        assertThatIllegalStateException().isThrownBy(() -> seal.open("answer|p", sealed));
        ResponseId other = ResponseId.of(UUID.fromString("22222222-2222-4222-8222-222222222222"));
        assertThatIllegalStateException().isThrownBy(() -> new Seal(other, seal.aead()).open("answer|q", sealed));
        assertThatIllegalStateException().isThrownBy(() -> new Seal(id, freshKey()).open("answer|q", sealed));
    }

    @Test
    void a_field_with_one_bit_flipped_does_not_open() {
        byte[] bytes = seal.close("answer|q", List.of("yes")).getData();
        bytes[bytes.length / 2] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> seal.open("answer|q", new Binary(bytes)));
    }

    @Test
    void nothing_of_the_answer_is_in_the_sealed_field() {
        byte[] bytes = seal.close("answer|q", List.of("several-days")).getData();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("several");
    }

    private static Aead freshKey() {
        try {
            AeadConfig.register();
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
