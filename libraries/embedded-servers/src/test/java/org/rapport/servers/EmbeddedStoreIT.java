package org.rapport.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedStoreIT {
    @TempDir
    private Path folder;

    @Test
    void a_kept_folder_resumes_on_the_same_port() {
        int port;
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.address())) {
            port = port(store);
            calls(client).insertOne(new Document("_id", "call"));
        }

        try (EmbeddedStore store = EmbeddedStore.start(folder, port);
                MongoClient client = MongoClients.create(store.address())) {
            assertThat(port(store)).isEqualTo(port);
            assertThat(calls(client).countDocuments()).isEqualTo(1);
        }
    }

    @Test
    void a_folder_in_use_is_refused_and_left_alone() {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.address())) {
            assertThatThrownBy(() -> EmbeddedStore.start(folder, 0))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining(folder.toString());
            calls(client).insertOne(new Document("_id", "call"));
        }
    }

    @Test
    void a_damaged_file_is_refused_and_not_overwritten() throws Exception {
        Path file = folder.resolve("store.mv.db");
        String damaged = "not a store ".repeat(1000);
        Files.writeString(file, damaged);

        assertThatThrownBy(() -> EmbeddedStore.start(folder, 0))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("is damaged");

        assertThat(file).hasContent(damaged);
    }

    @Test
    void a_taken_port_is_refused_and_frees_the_folder() {
        try (EmbeddedStore other = EmbeddedStore.start(folder.resolve("other"), 0)) {
            assertThatThrownBy(() -> EmbeddedStore.start(folder.resolve("mine"), port(other)))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("port " + port(other));
        }
        EmbeddedStore.start(folder.resolve("mine"), 0).close();
    }

    private static MongoCollection<Document> calls(MongoClient client) {
        return client.getDatabase("booking").getCollection("calls");
    }

    private static int port(EmbeddedStore store) {
        return Integer.parseInt(store.address().substring(store.address().lastIndexOf(':') + 1));
    }
}
