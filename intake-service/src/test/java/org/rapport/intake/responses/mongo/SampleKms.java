package org.rapport.intake.responses.mongo;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A KMS as Tink sees one; announced like those of the cloud providers. */
public final class SampleKms implements KmsClient {
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
        return MasterKey.of("", "kept by the KMS: " + Objects.requireNonNull(keyUri));
    }
}
