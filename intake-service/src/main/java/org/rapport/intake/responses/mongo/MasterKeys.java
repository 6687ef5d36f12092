package org.rapport.intake.responses.mongo;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.intake.responses.domain.AnswersOutOfReach;

/**
 * The master key, which wraps every data key, and the former one, which still opens those that it wrapped.
 *
 * <p>Easy to get wrong: Tink has one exception for a key that does not fit and for a KMS that cannot be reached. Which it was, is
 * asked of the key itself, because an outage passes and a wrong key does not.
 */
public final class MasterKeys {
    private final MasterKey current;
    private final Optional<MasterKey> former;

    public MasterKeys(MasterKey current, Optional<MasterKey> former) {
        this.current = current;
        this.former = former;
    }

    public boolean haveFormer() {
        return former.isPresent();
    }

    /** A new data key, wrapped. */
    byte[] generated(byte[] place) {
        try {
            return wrapped(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "no data key could be made: " + e.getClass().getSimpleName());
        }
    }

    /** @throws WrongMasterKey if none of the keys wrapped it */
    Aead opened(byte[] wrapped, byte[] place) {
        try {
            return openedByAny(wrapped, place).getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new UnreadableAnswers("a data key is of a kind we do not make");
        }
    }

    /** The same data key, wrapped by the master key; empty if it already is. */
    Optional<byte[]> rewrapped(byte[] wrapped, byte[] place) {
        if (openedBy(current, wrapped, place).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(wrapped(openedByAny(wrapped, place), place));
    }

    private byte[] wrapped(KeysetHandle key, byte[] place) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, current, place);
        } catch (GeneralSecurityException | RuntimeException e) {
            if (!current.works()) {
                throw new AnswersOutOfReach();
            }
            throw new IllegalStateException(
                    "a data key could not be wrapped: " + e.getClass().getSimpleName());
        }
    }

    private KeysetHandle openedByAny(byte[] wrapped, byte[] place) {
        return openedBy(current, wrapped, place)
                .or(() -> former.flatMap(key -> openedBy(key, wrapped, place)))
                .orElseThrow(this::refusal);
    }

    private RuntimeException refusal() {
        List<MasterKey> keys =
                Stream.concat(Stream.of(current), former.stream()).toList();
        return keys.stream().allMatch(MasterKey::works) ? new WrongMasterKey() : new AnswersOutOfReach();
    }

    private static Optional<KeysetHandle> openedBy(MasterKey key, byte[] wrapped, byte[] place) {
        try {
            return Optional.of(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, key, place));
        } catch (GeneralSecurityException | RuntimeException e) {
            // Without the reason, of which the clients of the various services say different things.
            return Optional.empty();
        }
    }
}
