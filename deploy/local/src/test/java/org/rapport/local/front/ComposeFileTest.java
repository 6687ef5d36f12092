package org.rapport.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be said of the compose file without running it: it reads, and what it names is there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeFileTest {
    private static final Path FOLDER = Path.of("../compose");
    private final Map<String, Object> compose = read();

    @Test
    void the_four_services_run_twice_each_from_the_one_image_file() {
        for (String name : List.of("booking", "intake", "matching", "notification")) {
            Map<String, Object> service = map(map(compose.get("services")).get(name));
            assertThat(map(service.get("deploy")).get("replicas")).as(name).isEqualTo(2);
            Map<String, Object> build = map(service.get("build"));
            assertThat(FOLDER.resolve(build.get("context") + "/" + build.get("dockerfile")))
                    .exists();
            assertThat(map(build.get("args")).get("SERVICE")).isEqualTo(name + "-service");
            assertThat(map(service.get("environment"))).containsKeys("RAPPORT_SECRET", "MONGODB_URI", "OIDC_ISSUER");
        }
    }

    @Test
    void what_a_service_waits_for_and_mounts_is_there() {
        Map<String, Object> services = map(compose.get("services"));
        Set<String> volumes = map(compose.get("volumes")).keySet();
        services.forEach((name, service) -> {
            Object waits = map(service).getOrDefault("depends_on", List.of());
            Set<Object> others = new HashSet<>(
                    waits instanceof List<?> list ? list : map(waits).keySet());
            assertThat(services.keySet())
                    .as(name)
                    .containsAll(others.stream().map(String::valueOf).toList());
            for (Object mount : (List<?>) map(service).getOrDefault("volumes", List.of())) {
                String source = mount.toString().split(":", 2)[0];
                assertThat(volumes.contains(source) || Files.exists(FOLDER.resolve(source)))
                        .as(name + " mounts " + source)
                        .isTrue();
            }
        });
    }

    @Test
    void the_realm_knows_the_same_people_as_the_local_run() throws IOException {
        JsonNode realm = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("keycloak/realm.json")));
        for (DemoPeople.Person person : DemoPeople.ALL) {
            assertThat(realm.get("users").valueStream())
                    .as(person.login())
                    .anyMatch(user -> user.get("username").asString().equals(person.login())
                            && user.get("realmRoles").get(0).asString().equals(person.role())
                            && user.get("attributes")
                                    .get("staff_id")
                                    .get(0)
                                    .asString()
                                    .equals(person.id().toString()));
        }
    }

    /** Browsers and containers reach the issuer at one address, or no sign-in works. */
    @Test
    void browsers_and_containers_call_the_front_door_by_one_name() throws IOException {
        Map<String, Object> services = map(compose.get("services"));
        Map<String, Object> matching = map(map(services.get("matching")).get("environment"));
        Map<String, Object> keycloak = map(map(services.get("keycloak")).get("environment"));
        Map<String, Object> front = map(services.get("front"));
        String url = String.valueOf(matching.get("RAPPORT_PUBLIC_URL"));
        String port = url.substring(url.lastIndexOf(':') + 1);

        assertThat(keycloak.get("KC_HOSTNAME")).isEqualTo(url + keycloak.get("KC_HTTP_RELATIVE_PATH"));
        assertThat(matching.get("OIDC_ISSUER")).isEqualTo(keycloak.get("KC_HOSTNAME") + "/realms/rapport");
        assertThat(map(map(front.get("networks")).get("default")).get("aliases"))
                .isEqualTo(List.of(URI.create(url).getHost()));
        assertThat(front.get("ports")).isEqualTo(List.of(port + ":" + port));
        assertThat(Files.readString(FOLDER.resolve("nginx.conf"))).contains("listen " + port + ";");
        assertThat(Files.readString(FOLDER.resolve("keycloak/realm.json")))
                .contains("\"" + url + "/staff/login/callback\"");
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The YAML library's maps have text keys in such a file.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
