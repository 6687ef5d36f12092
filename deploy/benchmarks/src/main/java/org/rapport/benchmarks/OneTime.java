package org.rapport.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.rapport.benchmarks.BusyPractice.Wanted;

/** Many people ask for one time in the same instant, beside as many bare inserts of one unique key: one wins, the others are told so. */
final class OneTime {

    private static final int ROUNDS = 100;
    private static final int WARM_UP = 20;

    private final int port;
    private final int people;
    private final BareInserts bare;
    private final BusyPractice practice;

    OneTime(int port, int people, BareInserts bare, BusyPractice practice) {
        this.port = port;
        this.people = people;
        this.bare = bare;
        this.practice = practice;
    }

    void measure(Runnable rest) throws Exception {
        rest.run();
        Samples bares = new Samples();
        Samples products = new Samples();
        Samples ratios = new Samples();
        int wrong = 0;
        List<Plain> connections = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            connections.add(new Plain(port));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                long number = round + WARM_UP + 1L;
                AtomicInteger got = new AtomicInteger();
                double yardstick = together(threads, _ -> {
                    if (bare.claim(number)) {
                        got.incrementAndGet();
                    }
                });
                Wanted wanted = practice.next();
                AtomicInteger held = new AtomicInteger();
                AtomicInteger told = new AtomicInteger();
                double product = together(threads, person -> {
                    Plain.Answer answer = connections
                            .get(person)
                            .post("/api/booking/holds", "", Booking.request(wanted, "\"zone\":\"America/Chicago\""));
                    held.addAndGet(answer.status() == 201 ? 1 : 0);
                    told.addAndGet(answer.status() == 409 && answer.body().contains("slot-taken") ? 1 : 0);
                });
                if (round >= 0) {
                    bares.add(yardstick);
                    products.add(product);
                    ratios.add(product / yardstick);
                    wrong += got.get() == 1 && held.get() == 1 && told.get() == people - 1 ? 0 : 1;
                }
            }
        }
        System.out.printf(Locale.ROOT, "%n%d people, one time, %d rounds, ms%n", people, ROUNDS);
        BookingRate.row("bare inserts, one key", bares.text("%.0f"), "");
        BookingRate.row("holds", products.text("%.0f"), ratios.text("%.1f"));
        System.out.println("rounds without exactly one winner and " + (people - 1) + " clean refusals: " + wrong);
    }

    private interface Person {
        void ask(int number) throws IOException;
    }

    /** Milliseconds until the last one is answered. */
    private double together(ExecutorService threads, Person person) throws Exception {
        CountDownLatch ready = new CountDownLatch(people);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> asked = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            int own = number;
            asked.add(threads.submit(() -> {
                ready.countDown();
                go.await();
                person.ask(own);
                return null;
            }));
        }
        ready.await();
        long begun = System.nanoTime();
        go.countDown();
        for (Future<?> one : asked) {
            one.get();
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
