package org.rapport.benchmarks;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.RawBsonDocument;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.responses.application.ScoreLines;
import org.rapport.intake.responses.domain.Entries;
import org.rapport.intake.responses.domain.Relationship;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.Signature;

/**
 * The scores of very many responses worked out anew, one after the other, beside the bare driver reading the same documents; and the
 * heap that is in use on the way, which must not grow with their number.
 */
final class StreamedScores {
    private static final int WRITERS = 8;
    private static final Answers ANSWERS = answers();

    private final Responses responses;
    private final Packet packet;
    private final ScoreLines scores;
    private final MongoDatabase database;

    StreamedScores(Responses responses, Packet packet, ScoreLines scores, MongoDatabase database) {
        this.responses = responses;
        this.packet = packet;
        this.scores = scores;
        this.database = database;
    }

    void measure(int number, int rounds) throws InterruptedException {
        fill(number);
        Samples bares = new Samples();
        Samples rates = new Samples();
        Samples ratios = new Samples();
        Samples grown = new Samples();
        read();
        for (int round = 0; round < rounds; round++) {
            double yardstick = perSecond(number, read());
            AtomicLong lines = new AtomicLong();
            long before = OpeningsInCore.used();
            AtomicLong most = new AtomicLong(before);
            long begun = System.nanoTime();
            scores.forEach(_ -> {
                // A collection each tenth of the way, so that garbage does not count as growth.
                if (lines.incrementAndGet() % Math.max(1, number / 5) == 0) {
                    most.accumulateAndGet(OpeningsInCore.used(), Math::max);
                }
            });
            double rate = perSecond(number, System.nanoTime() - begun);
            if (lines.get() != 2L * number) {
                throw new IllegalStateException(lines + " scores of " + number + " responses");
            }
            bares.add(yardstick);
            rates.add(rate);
            ratios.add(rate / yardstick);
            grown.add((most.get() - before) / 1_048_576.0);
        }
        System.out.printf(Locale.ROOT, "%nscores of %d responses: responses a second; heap grown by, MiB%n", number);
        BookingRate.row("bare read", bares.text("%.0f"), "");
        BookingRate.row("scores worked out", rates.text("%.0f"), grown.text("%.1f"));
        BookingRate.row("  ratio", ratios.text("%.3f"), "");
    }

    private void fill(int number) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(number);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(() -> {
                    while (left.getAndDecrement() > 0) {
                        responses.save(sentIn(), List.of());
                    }
                });
            }
        }
    }

    private Response sentIn() {
        Instant now = Instant.now();
        Response sent = Response.send(UUID.randomUUID(), packet, Language.EN, Duration.ofDays(30), now)
                .response();
        return new Response(
                sent.id(),
                sent.inquiryId(),
                new ResponseState.Submitted(
                        now, Priority.ROUTINE, new Signature("1.0.0", "Ana Example", Relationship.SELF, Language.EN)),
                sent.questionnaires(),
                new Entries(
                        Language.EN,
                        ANSWERS,
                        1,
                        packet.pages().stream().map(_ -> 1).toList(),
                        List.of()),
                sent.concerns(),
                sent.invitation(),
                0);
    }

    /** @return how long it took to read every document, in the same order */
    private long read() {
        long begun = System.nanoTime();
        database.getCollection("responses", RawBsonDocument.class)
                .find()
                .sort(Sorts.ascending("_id"))
                .batchSize(200)
                .forEach(document -> {
                    if (!document.containsKey("_id")) {
                        throw new IllegalStateException();
                    }
                });
        return System.nanoTime() - begun;
    }

    private static double perSecond(int number, long nanos) {
        return number * 1e9 / nanos;
    }

    private static Answers answers() {
        Map<String, List<String>> all = new java.util.HashMap<>();
        for (int item = 1; item <= 9; item++) {
            all.put("phq9-" + item, List.of("not-at-all"));
        }
        for (int item = 1; item <= 7; item++) {
            all.put("gad7-" + item, List.of("several-days"));
        }
        all.put("concerns", List.of("grief", "stress"));
        all.put("own-words", List.of("Since the summer I have slept badly."));
        return new Answers(all);
    }
}
