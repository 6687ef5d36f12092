package org.rapport.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The page on operations, the services' own files and the compose file speak of the same variables. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeEnvironmentTest {
    private static final Path COMPOSE = Path.of("../compose/compose.yaml");
    /** The image sets it. */
    private static final String PORT = "PORT";
    /** Its default in the compose file is another one, on purpose. */
    private static final String SAMPLE_DATA = "RAPPORT_SAMPLE_DATA";

    private static final Pattern ROW = Pattern.compile("(?m)^\\|((?: *`[A-Z_]+`,?)+) *\\|");
    private static final Pattern NAME = Pattern.compile("`([A-Z_]+)`");
    private static final Pattern IN_A_FILE = Pattern.compile("\\$\\{([A-Z][A-Z_]+)(?::([^}]*))?}");
    private static final Pattern IN_COMPOSE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");

    private final Map<String, Set<String>> defaults = defaults();

    @Test
    void a_container_gets_every_variable_of_the_page_and_no_other() throws IOException {
        Set<String> expected = variables();
        assertThat(expected).contains(PORT, "RAPPORT_PRACTICE_PHONE", "RAPPORT_INTAKE_MASTER_KEY");
        assertThat(Path.of("../compose/Dockerfile")).content().contains("ENV PORT=");
        expected.remove(PORT);
        for (String service : List.of("booking", "intake", "matching", "notification")) {
            assertThat(environment(service)).as(service).containsOnlyKeys(expected);
        }
    }

    @Test
    void every_variable_of_the_page_stands_in_the_file_of_a_service() throws IOException {
        assertThat(defaults).containsKeys(variables().toArray(String[]::new));
    }

    /** Compose hands on what is not set as an empty text, which a service takes for a value. */
    @Test
    void a_variable_that_is_not_set_leaves_the_default_of_the_service() throws IOException {
        Map<String, String> unset = new HashMap<>();
        environment("notification").forEach((name, value) -> {
            Matcher given = IN_COMPOSE.matcher(value);
            if (given.matches()) {
                assertThat(given.group(1)).isEqualTo(name);
                unset.put(name, given.group(2));
            }
        });
        assertThat(unset).containsKeys("RAPPORT_PRACTICE_PHONE", "RAPPORT_INTAKE_NUDGE_AFTER", "SMS_URL");
        assertThat(unset.remove(SAMPLE_DATA)).isEqualTo("true");
        unset.forEach((name, value) ->
                assertThat(defaults.get(name)).as(name).isNotNull().containsOnly(value));
    }

    /** Those of the first table. */
    private static Set<String> variables() throws IOException {
        String page = Files.readString(Path.of("../../docs/operations.md"));
        return ROW.matcher(page.substring(0, page.indexOf("## Front door")))
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> environment(String service) throws IOException {
        Map<?, ?> compose = new Yaml().load(Files.readString(COMPOSE));
        Map<?, ?> services = (Map<?, ?>) Objects.requireNonNull(compose.get("services"));
        Map<?, ?> one = (Map<?, ?>) Objects.requireNonNull(services.get(service));
        Map<String, String> environment = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(one.get("environment")))
                .forEach((name, value) -> environment.put(String.valueOf(name), String.valueOf(value)));
        return environment;
    }

    /** By variable: every setting has one of its own name, besides those that its file names. */
    private static Map<String, Set<String>> defaults() {
        Map<String, Set<String>> found = new HashMap<>();
        for (String file : List.of(
                "booking-service.yml",
                "intake-service.yml",
                "matching-service.yml",
                "notification-service.yml",
                "event-delivery-defaults.yml",
                "service-web-defaults.yml")) {
            YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
            yaml.setResources(new ClassPathResource(file));
            Objects.requireNonNull(yaml.getObject()).forEach((setting, value) -> {
                List<MatchResult> named =
                        IN_A_FILE.matcher(value.toString()).results().toList();
                if (named.isEmpty()) {
                    String own = setting.toString().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
                    found.computeIfAbsent(own, _ -> new TreeSet<>()).add(value.toString());
                }
                named.forEach(variable -> found.computeIfAbsent(variable.group(1), _ -> new TreeSet<>())
                        .add(Objects.requireNonNullElse(variable.group(2), "")));
            });
        }
        return found;
    }
}
