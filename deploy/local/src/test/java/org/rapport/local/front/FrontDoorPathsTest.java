package org.rapport.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The front door of the local run and that of the containers send a path to the same service. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FrontDoorPathsTest {
    private static final Pattern LOCATION =
            Pattern.compile("location (=|~) (\\S+) \\{ set \\$to http://(\\w+):8080; proxy_pass \\$to; }");

    @Test
    void every_path_goes_to_the_same_service_at_both_front_doors() throws IOException {
        Map<String, List<String>> nginx = nginx();
        for (String path : paths()) {
            assertThat(atNginx(nginx, path)).as(path).isEqualTo(atGateway(path));
        }
    }

    @Test
    void every_service_is_routed_to() throws IOException {
        assertThat(nginx()).containsOnlyKeys("booking", "intake", "matching", "notification");
        assertThat(PathTable.PATHS).containsOnlyKeys("booking", "intake", "matching", "notification");
    }

    /** Each pattern's own path, one below it, and one that only begins alike. */
    private static List<String> paths() {
        return PathTable.PATHS.values().stream()
                .flatMap(List::stream)
                .map(pattern -> pattern.replace("/**", ""))
                .flatMap(path -> Stream.of(path, path.equals("/") ? "/x" : path + "/below/it", path + "-else"))
                .filter(path -> path.startsWith("/"))
                .toList();
    }

    private static List<String> atGateway(String path) {
        List<String> found = new ArrayList<>();
        PathTable.PATHS.forEach((service, patterns) -> {
            boolean matches = patterns.stream()
                    .map(PathPatternParser.defaultInstance::parse)
                    .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
            if (matches) {
                found.add(service);
            }
        });
        return found;
    }

    private static List<String> atNginx(Map<String, List<String>> locations, String path) {
        List<String> found = new ArrayList<>();
        locations.forEach((service, patterns) -> {
            if (patterns.stream()
                    .anyMatch(pattern -> Pattern.compile(pattern).matcher(path).find())) {
                found.add(service);
            }
        });
        return found;
    }

    /** Service to regular expressions; an exact location becomes one. */
    private static Map<String, List<String>> nginx() throws IOException {
        Map<String, List<String>> locations = new LinkedHashMap<>();
        Matcher location = LOCATION.matcher(Files.readString(Path.of("../compose/nginx.conf")));
        while (location.find()) {
            String pattern =
                    location.group(1).equals("=") ? "^" + Pattern.quote(location.group(2)) + "$" : location.group(2);
            locations.computeIfAbsent(location.group(3), _ -> new ArrayList<>()).add(pattern);
        }
        return locations;
    }
}
