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
import java.util.Arrays;
import java.util.Optional;
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
public final class MasterKey implements Aead {
    private static final String SETTING = "rapport.intake.master-key";
    private static final String FORMER_SETTING = "rapport.intake.former-master-key";
    private static final String FILE = "file:";
    private static final String DERIVED = "derived";
    private static final String SECRET = "secret:";
    private static final int BYTES = 32;

    private final Aead aead;
    private final boolean managed;

    private MasterKey(Aead aead, boolean managed) {
        this.aead = aead;
        this.managed = managed;
    }

    /** @throws IllegalStateException saying which setting is wrong, and nothing of the key */
    public static MasterKey of(String setting, String secret) {
        return named(SETTING, setting, secret);
    }

    /**
     * The key that is being left: besides what the master key may be, {@code derived} from the secret as it is, or
     * {@code secret:} with the secret as it was. Empty for none.
     */
    public static Optional<MasterKey> former(String setting, String secret) {
        if (setting.isBlank()) {
            return Optional.empty();
        }
        if (setting.equals(DERIVED)) {
            return Optional.of(named(FORMER_SETTING, "", secret));
        }
        return Optional.of(
                setting.startsWith(SECRET)
                        ? named(FORMER_SETTING, "", setting.substring(SECRET.length()))
                        : named(FORMER_SETTING, setting, secret));
    }

    private static MasterKey named(String name, String setting, String secret) {
        try {
            AeadConfig.register();
            if (setting.isBlank()) {
                return new MasterKey(derived(secret), false);
            }
            return setting.startsWith(FILE)
                    ? new MasterKey(kept(Path.of(setting.substring(FILE.length()))), false)
                    : new MasterKey(managed(name, setting), true);
        } catch (GeneralSecurityException | IOException e) {
            // Without the cause, whose text may quote what was read.
            throw new IllegalStateException(
                    name + " cannot be used: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        return aead.encrypt(plaintext, associatedData);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        return aead.decrypt(ciphertext, associatedData);
    }

    /** Whether it seals and opens anything at all just now. */
    boolean works() {
        if (!managed) {
            return true;
        }
        byte[] probe = "probe".getBytes(StandardCharsets.UTF_8);
        try {
            return Arrays.equals(probe, aead.decrypt(aead.encrypt(probe, probe), probe));
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
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

    private static Aead managed(String name, String uri) throws GeneralSecurityException {
        for (KmsClient client : ServiceLoader.load(KmsClient.class)) {
            if (client.doesSupport(uri)) {
                return client.withDefaultCredentials().getAead(uri);
            }
        }
        throw new IllegalStateException(name + " names a key for which there is no Tink client on the class path");
    }

    private static Aead primitive(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
