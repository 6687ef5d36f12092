package org.rapport.intake.responses.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.intake.responses.domain.AnswersOutOfReach;

/** Where the master key comes from, and that a wrong setting is refused and never passed over. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MasterKeyTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final byte[] WORDS = "words".getBytes(UTF_8);
    private static final byte[] PLACE = "place".getBytes(UTF_8);

    @Test
    void without_a_setting_it_follows_from_the_secret_alone() throws GeneralSecurityException {
        byte[] sealed = MasterKey.of("", SECRET).encrypt(WORDS, PLACE);
        assertThat(MasterKey.of("", SECRET).decrypt(sealed, PLACE)).isEqualTo(WORDS);
        Aead other = MasterKey.of("", SECRET + "0");
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> other.decrypt(sealed, PLACE));
    }

    @Test
    void a_keyset_is_read_from_its_file(@TempDir Path folder) throws Exception {
        AeadConfig.register();
        Path file = folder.resolve("keyset.json");
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get()));
        byte[] sealed = MasterKey.of("file:" + file, SECRET).encrypt(WORDS, PLACE);
        assertThat(MasterKey.of("file:" + file, "another secret").decrypt(sealed, PLACE))
                .isEqualTo(WORDS);
    }

    @Test
    void a_key_of_a_kms_is_used_where_its_client_is_on_the_class_path() throws GeneralSecurityException {
        byte[] sealed = MasterKey.of("sample-kms://keys/answers", SECRET).encrypt(WORDS, PLACE);
        assertThat(MasterKey.of("sample-kms://keys/answers", SECRET).decrypt(sealed, PLACE))
                .isEqualTo(WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/nowhere/keyset.json", "aws-kms://nobody", "derived", "file:pom.xml"})
    void what_cannot_be_used_keeps_the_service_from_starting_and_is_named(String setting) {
        assertThatIllegalStateException()
                .isThrownBy(() -> MasterKey.of(setting, SECRET))
                .withMessageContaining("rapport.intake.master-key");
    }

    @Test
    void the_former_key_is_named_by_what_it_was() throws GeneralSecurityException {
        byte[] sealed = MasterKey.of("", SECRET).encrypt(WORDS, PLACE);
        for (String setting : List.of("derived", "secret:" + SECRET)) {
            assertThat(MasterKey.former(setting, SECRET).orElseThrow().decrypt(sealed, PLACE))
                    .as(setting)
                    .isEqualTo(WORDS);
        }
        byte[] managed = MasterKey.of("sample-kms://keys/answers", SECRET).encrypt(WORDS, PLACE);
        assertThat(MasterKey.former("sample-kms://keys/answers", SECRET)
                        .orElseThrow()
                        .decrypt(managed, PLACE))
                .isEqualTo(WORDS);
        assertThat(MasterKey.former("", SECRET)).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> MasterKey.former("file:/nowhere/keyset.json", SECRET))
                .withMessageContaining("rapport.intake.former-master-key");
    }

    @Test
    void what_the_former_key_wrapped_opens_and_is_wrapped_anew_once() throws GeneralSecurityException {
        MasterKey old = MasterKey.of("", SECRET);
        MasterKey next = MasterKey.of("sample-kms://keys/answers", SECRET);
        byte[] wrapped = new MasterKeys(old, Optional.empty()).generated(PLACE);
        MasterKeys both = new MasterKeys(next, Optional.of(old));
        byte[] sealed = both.opened(wrapped, PLACE).encrypt(WORDS, PLACE);
        byte[] anew = both.rewrapped(wrapped, PLACE).orElseThrow();
        assertThat(new MasterKeys(next, Optional.empty()).opened(anew, PLACE).decrypt(sealed, PLACE))
                .isEqualTo(WORDS);
        assertThat(both.rewrapped(anew, PLACE)).isEmpty();
        assertThatExceptionOfType(WrongMasterKey.class)
                .isThrownBy(() -> new MasterKeys(next, Optional.empty()).opened(wrapped, PLACE));
    }

    @Test
    void an_outage_is_not_taken_for_a_wrong_key() {
        MasterKeys keys = new MasterKeys(MasterKey.of("sample-kms://keys/answers", SECRET), Optional.empty());
        byte[] wrapped = keys.generated(PLACE);
        SampleKms.goAway(true);
        try {
            assertThatExceptionOfType(AnswersOutOfReach.class).isThrownBy(() -> keys.opened(wrapped, PLACE));
            assertThatExceptionOfType(AnswersOutOfReach.class).isThrownBy(() -> keys.generated(PLACE));
        } finally {
            SampleKms.goAway(false);
        }
        byte[] foreign = new MasterKeys(MasterKey.of("", SECRET), Optional.empty()).generated(PLACE);
        assertThatExceptionOfType(WrongMasterKey.class).isThrownBy(() -> keys.opened(foreign, PLACE));
    }
}
