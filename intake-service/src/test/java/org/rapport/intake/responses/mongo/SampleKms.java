package org.rapport.intake.responses.mongo;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A KMS as Tink sees one; announced like those of the cloud providers. */
public final class SampleKms implements KmsClient {
    private static volatile boolean away;

    @Override
    public boolean doesSupport(String keyUri) {
        return keyUri.startsWith("sample-kms://");
    }

    @Override
    public KmsClient withCredentials(@Nullable String path) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(@Nullable String keyUri) {
        Aead key = MasterKey.of("", "kept by the KMS: " + Objects.requireNonNull(keyUri));
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
                answer();
                return key.encrypt(plaintext, associatedData);
            }

            @Override
            public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
                answer();
                return key.decrypt(ciphertext, associatedData);
            }
        };
    }

    /** As the clients of the providers say it: no otherwise than that a key does not fit. */
    private static void answer() throws GeneralSecurityException {
        if (away) {
            throw new GeneralSecurityException("decryption failed", new IOException("connection refused"));
        }
    }

    static void goAway(boolean isAway) {
        away = isAway;
    }
}
