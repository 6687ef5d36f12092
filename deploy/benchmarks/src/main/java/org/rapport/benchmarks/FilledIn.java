package org.rapport.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.web.SignedLinks;

/** Somebody who has filled in every page of the packet that comes with the service, and changes their mind about one. */
final class FilledIn implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*(\\d+)");
    private static final List<String> PAGES = List.of(
            "\"consent\":[\"agreed\"]",
            words("grief"),
            "\"format\":[\"INDIVIDUAL\"],\"modalities\":[\"relational\"]",
            "\"state\":[\"IL\"],\"languages\":[\"en\",\"es\"]",
            "\"availability\":[\"EVENING\"],\"payment\":[\"BCBS\"]",
            all("several-days", "phq9-1", "phq9-2", "phq9-3"),
            all("several-days", "phq9-4", "phq9-5", "phq9-6"),
            all("not-at-all", "phq9-7", "phq9-8", "phq9-9"),
            all("nearly-every-day", "gad7-1", "gad7-2", "gad7-3", "gad7-4"),
            all("not-at-all", "gad7-5", "gad7-6", "gad7-7"));
    private static final int CHANGED = 2;

    private final Plain http;
    private final String link;
    private int version;

    FilledIn(int port, SignedLinks links) throws IOException {
        http = new Plain(port);
        link = "/api/intake/responses/"
                + links.sign(
                        "intake",
                        UUID.randomUUID().toString(),
                        java.time.Instant.now().plusSeconds(86_400));
        for (int page = 1; page <= PAGES.size(); page++) {
            put(page, PAGES.get(page - 1));
        }
    }

    /** Another answer each time: the same again would be no write. */
    void save() throws IOException {
        put(CHANGED, words(version % 2 == 0 ? "grief" : "stress"));
    }

    private void put(int page, String answers) throws IOException {
        Plain.Answer answer = http.send(
                "PUT", link + "/pages/" + page, "", "{\"version\":" + version + ",\"answers\":{" + answers + "}}");
        Matcher found = VERSION.matcher(answer.body());
        if (answer.status() != 200 || !found.find()) {
            throw new IllegalStateException("refused: " + answer.status() + " " + answer.body());
        }
        version = Integer.parseInt(found.group(1));
    }

    private static String words(String concern) {
        return "\"concerns\":[\"" + concern + "\"],\"own-words\":[\"Since the summer I have slept badly.\"]";
    }

    private static String all(String answer, String... questions) {
        return String.join(
                ",",
                List.of(questions).stream()
                        .map(question -> "\"" + question + "\":[\"" + answer + "\"]")
                        .toList());
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
