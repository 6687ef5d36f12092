package org.rapport.intake.responses.mongo;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ServiceLoader;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The key that wraps every inquiry's data key. Where it comes from is a setting:
 *
 * <ul>
 *   <li>nothing: derived from RAPPORT_SECRET, so that one machine needs no second secret
 *   <li>{@code file:/path}: a Tink keyset as JSON, made and rotated with tinkey
 *   <li>anything else, such as {@code aws-kms://...}: a key of a KMS whose Tink client is on the class path; it never leaves it
 * </ul>
 */
public final class MasterKey {
    private static final String FILE = "file:";
    private static final int BYTES = 32;

    private MasterKey() {}

    /** @throws IllegalStateException saying which setting is wrong, and nothing of the key */
    public static Aead of(String setting, String secret) {
        try {
            AeadConfig.register();
            if (setting.isBlank()) {
                return derived(secret);
            }
            return setting.startsWith(FILE) ? kept(Path.of(setting.substring(FILE.length()))) : managed(setting);
        } catch (GeneralSecurityException | IOException e) {
            // Without the cause, whose text may quote what was read.
            throw new IllegalStateException(
                    "rapport.intake.master-key cannot be used: " + e.getClass().getSimpleName());
        }
    }

    @AccessesPartialKey
    private static Aead derived(String secret) throws GeneralSecurityException {
        SecretKey key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret.strip().getBytes(StandardCharsets.UTF_8))
                                .thenExpand("rapport:answers".getBytes(StandardCharsets.UTF_8), BYTES));
        AesGcmKey aes = AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(BYTES)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(key.getEncoded(), InsecureSecretKeyAccess.get()))
                .build();
        return primitive(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(aes).withFixedId(1).makePrimary())
                .build());
    }

    private static Aead kept(Path file) throws GeneralSecurityException, IOException {
        return primitive(TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get()));
    }

    private static Aead managed(String uri) throws GeneralSecurityException {
        for (KmsClient client : ServiceLoader.load(KmsClient.class)) {
            if (client.doesSupport(uri)) {
                return client.withDefaultCredentials().getAead(uri);
            }
        }
        throw new IllegalStateException(
                "rapport.intake.master-key names a key for which there is no Tink client on the class path");
    }

    private static Aead primitive(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
