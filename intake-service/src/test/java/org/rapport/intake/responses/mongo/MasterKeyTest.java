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
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
