package org.rapport.servers;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A document store in this JVM that speaks MongoDB's wire protocol and keeps what it acknowledged, on one file in a folder. */
public final class EmbeddedStore implements AutoCloseable {
    /** For so long the file keeps what was replaced: a scan that takes longer fails when its pages are gone. */
    private static final int LONGEST_SCAN_MILLIS = 5_000;

    private static final int HOUSEKEEPING_MILLIS = 20_000;
    /** Percent; a fuller file is not made smaller: what is free in it is written to first anyway. */
    private static final int HALF_FULL = 50;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final String FILE = "store.mv.db";
    // A writer blocks its thread until its commit: as many writers share a commit as there are threads.
    private static final int WORKERS = 16;

    private final MongoServer server;
    private final String address;

    private EmbeddedStore(MongoServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /**
     * @param port 0 for a free one; loopback only
     * @throws ServerStartException when another process has the folder, the file is damaged, or the port is taken
     */
    public static EmbeddedStore start(Path folder, int port) {
        MongoServer server = new MongoServer(new DurableBackend(open(folder)));
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, WORKERS);
        } catch (Exception failed) { // a BindException, which the library does not declare
            server.shutdownNow();
            throw new ServerStartException(
                    "The store cannot listen on port " + port + ": " + failed.getMessage(), failed);
        }
        return new EmbeddedStore(
                server, "mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
    }

    private static MVStore open(Path folder) {
        Path path = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            AtomicBoolean opened = new AtomicBoolean();
            MVStore file = new MVStore.Builder()
                    .fileName(path.toString())
                    .autoCompactFillRate(HALF_FULL)
                    .backgroundExceptionHandler((thread, failure) -> report(opened, failure))
                    .open();
            opened.set(true);
            // By default it keeps 45 s of what was replaced, and grows by every write.
            file.setRetentionTime(LONGEST_SCAN_MILLIS);
            file.setVersionsToKeep(0);
            // Its background thread also compacts, and syncs for it; every writer waits meanwhile.
            file.setAutoCommitDelay(HOUSEKEEPING_MILLIS);
            return file;
        } catch (MVStoreException failed) {
            throw new ServerStartException(
                    switch (failed.getErrorCode()) {
                        case DataUtils.ERROR_FILE_LOCKED ->
                            "The store's folder " + folder.toAbsolutePath()
                                    + " is in use by another process: stop it or choose another folder.";
                        case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                            "The store's file " + path.toAbsolutePath()
                                    + " is damaged or of another kind: put back a copy, or move it away to start empty.";
                        default ->
                            "The store's file " + path.toAbsolutePath() + " cannot be opened: " + failed.getMessage();
                    },
                    failed);
        } catch (IOException failed) {
            throw new UncheckedIOException("The store's folder " + folder.toAbsolutePath() + " cannot be made", failed);
        }
    }

    /** What fails while the file is opened is thrown, and need not be told twice. */
    private static void report(AtomicBoolean opened, Throwable failure) {
        if (opened.get()) {
            log.error("The store's file can no longer be written", failure);
        }
    }

    /** {@code mongodb://127.0.0.1:port}, without a database. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
