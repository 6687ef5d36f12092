package org.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The folder a local run keeps everything in, so that the next one resumes where it stopped. */
final class DataFolder {
    private final Path root;

    private DataFolder(Path root) {
        this.root = root;
    }

    static DataFolder open(Path root) {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + root.toAbsolutePath() + " cannot be made", e);
        }
        return new DataFolder(root);
    }

    Path store() {
        return root.resolve("store");
    }

    Path broker() {
        return root.resolve("broker");
    }

    Path clock() {
        return root.resolve("clock");
    }

    /** Made once: links mailed by an earlier run keep working. */
    String secret() {
        Path file = root.resolve("secret");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[48];
                new SecureRandom().nextBytes(random);
                Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + file.toAbsolutePath() + " cannot be read or made", e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
