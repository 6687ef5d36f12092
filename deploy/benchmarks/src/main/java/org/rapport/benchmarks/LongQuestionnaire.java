package org.rapport.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary.Publishing;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary.Uploading;
import org.rapport.intake.questionnaires.domain.DefinitionReader;
import org.rapport.web.SignedLinks;

/**
 * Opens one page of two hundred questions over HTTP, every second of which is asked only after the one before it was answered with
 * yes; beside it, in turn, the cost of parsing that very definition.
 */
final class LongQuestionnaire {
    private static final int ITEMS = 200;
    private static final String STAFF = "Olivia Grant";

    private final String definition = definition();
    private final DefinitionReader reader;
    private final int rounds;
    private final int openings;

    /** @param openings in one round */
    LongQuestionnaire(DefinitionReader reader, int rounds, int openings) {
        this.reader = reader;
        this.rounds = rounds;
        this.openings = openings;
    }

    void measure(QuestionnaireLibrary library, SignedLinks links, int port) throws IOException {
        if (!(library.upload(definition, "", STAFF) instanceof Uploading.Uploaded uploaded)
                || !(library.publish(uploaded.questionnaire().key(), STAFF) instanceof Publishing.Done)) {
            throw new IllegalStateException("the long questionnaire was refused");
        }
        String token =
                links.sign("intake", UUID.randomUUID().toString(), Instant.now().plusSeconds(86_400));
        try (Plain http = new Plain(port)) {
            String page = "/intake/" + token + "/pages/" + longPage(http, token);
            open(http, page, openings);
            parse(openings);
            Samples parsed = new Samples();
            Samples medians = new Samples();
            Samples tails = new Samples();
            Samples ratios = new Samples();
            for (int round = 0; round < rounds; round++) {
                Histogram yardstick = parse(openings);
                Histogram product = open(http, page, openings);
                parsed.add(at(yardstick, 50));
                medians.add(at(product, 50));
                tails.add(at(product, 99));
                ratios.add(at(product, 50) / at(yardstick, 50));
            }
            System.out.printf(
                    Locale.ROOT, "%n%d questions on a page, %d conditions: p50; p99 in ms%n", ITEMS, ITEMS / 2);
            BookingRate.row("parsing the definition", parsed.text("%.2f"), "");
            BookingRate.row("opening the page", medians.text("%.2f"), tails.text("%.2f"));
            BookingRate.row("  ratio", ratios.text("%.2f"), "");
        }
    }

    private static int longPage(Plain http, String token) throws IOException {
        for (int number = 1; number < 100; number++) {
            Plain.Answer page = http.send("GET", "/intake/" + token + "/pages/" + number, "", "");
            if (page.body().contains("name=\"q1\"")) {
                return number;
            }
        }
        throw new IllegalStateException("the long page is nowhere");
    }

    private static Histogram open(Plain http, String page, int times) throws IOException {
        Histogram measured = new Histogram(3);
        for (int number = 0; number < times; number++) {
            long begun = System.nanoTime();
            Plain.Answer answer = http.send("GET", page, "", "");
            measured.recordValue(System.nanoTime() - begun);
            if (answer.status() != 200 || !answer.body().contains("name=\"q" + (ITEMS - 1) + "\"")) {
                throw new IllegalStateException("opened: " + answer.status());
            }
        }
        return measured;
    }

    private Histogram parse(int times) {
        Histogram measured = new Histogram(3);
        for (int number = 0; number < times; number++) {
            long begun = System.nanoTime();
            int read = reader.read(definition, "").questions().size();
            measured.recordValue(System.nanoTime() - begun);
            if (read != ITEMS) {
                throw new IllegalStateException("read: " + read);
            }
        }
        return measured;
    }

    private static double at(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    private static String definition() {
        String items = IntStream.rangeClosed(1, ITEMS)
                .mapToObj(number -> {
                    String condition = number % 2 == 0
                            ? ",\"enableWhen\":[{\"question\":\"q%d\",\"operator\":\"=\",\"answerBoolean\":true}]"
                                    .formatted(number - 1)
                            : "";
                    return "{\"linkId\":\"q%d\",%s,\"type\":\"boolean\"%s}"
                            .formatted(number, words("Question " + number, "Pregunta " + number), condition);
                })
                .collect(Collectors.joining(","));
        return ("{\"resourceType\":\"Questionnaire\",\"url\":\"https://benchmark.example/long\",\"version\":\"1\","
                                + "\"status\":\"active\",\"language\":\"en\",%s,\"item\":[{\"linkId\":\"page\",%s,\"type\":\"group\",\"item\":[")
                        .formatted(named("title", "Long", "Largo"), words("Long", "Largo"))
                + items + "]}]}";
    }

    private static String words(String english, String spanish) {
        return named("text", english, spanish);
    }

    private static String named(String element, String english, String spanish) {
        return ("\"%s\":\"%s\",\"_%s\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/translation\","
                        + "\"extension\":[{\"url\":\"lang\",\"valueCode\":\"es\"},{\"url\":\"content\",\"valueString\":\"%s\"}]}]}")
                .formatted(element, english, element, spanish);
    }
}
