package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.OfferHolds;
import org.rapport.booking.waiting.domain.TimeWish;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterDecision.Changed;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.WaiterState;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.web.SignedLinks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pain 22 over the store and the broker of the tests. */
@RunningBooking
class BookingWaitListIT {

    private static final String PERSON = """
            {"name": "Alex Rivera", "email": "%s", "zone": "America/Chicago", "state": "IL",
             "language": "en", "channels": ["EMAIL"], "mayLeaveMessage": false, "consentVersion": "2026-11"}""";

    @Autowired
    private Waiters waiters;

    @Autowired
    private OfferHolds holds;

    @Autowired
    private Calls calls;

    @Autowired
    private SignedLinks links;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void pain_22_a_cancelled_time_is_offered_and_of_two_who_accept_one_has_it() throws Exception {
        String openings = body("GET", "/api/booking/openings?days=14", "");
        String host = JsonPath.read(openings, "$.openings[60].hostId");
        String start = JsonPath.read(openings, "$.openings[60].start");
        WaiterId waiter = waits(start);
        String token = held(host, start);
        String booked = body("POST", "/api/booking/holds/" + token + "/call", PERSON.formatted("first@example.org"));
        String manage = links.sign(
                "manage-call", JsonPath.read(booked, "$.callId"), Instant.now().plusSeconds(60));
        body("POST", "/api/booking/calls/by-link/" + manage + "/cancellation", "{\"reason\": \"time-does-not-fit\"}");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> waiters.find(waiter).orElseThrow().offer().isPresent());
        Offer offer = waiters.find(waiter).orElseThrow().offer().orElseThrow();
        assertThat(offer.time().start()).isEqualTo(start);

        String offered = holds.token(offer.call()).text();
        String book = "/api/booking/holds/" + offered + "/call";
        Callable<Integer> accept =
                () -> send("POST", book, PERSON.formatted("waiter@example.org")).statusCode();
        Callable<Integer> grab =
                () -> send("POST", "/api/booking/holds", hold(host, start)).statusCode();
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            List<Integer> answers = people.invokeAll(List.of(accept, grab, accept, grab, accept, grab)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(201, 201, 201, 409, 409, 409);
        }
        assertThat(calls.find(offer.call()).orElseThrow().state()).isInstanceOf(CallState.Booked.class);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> waiters.find(waiter).orElseThrow().state() instanceof WaiterState.Ended);
    }

    /** Somewhere on earth it is day. */
    private WaiterId waits(String start) {
        ZoneId day = Stream.of("America/Chicago", "Europe/Berlin", "Asia/Tokyo", "Pacific/Honolulu")
                .map(ZoneId::of)
                .filter(this::isDay)
                .findFirst()
                .orElseThrow();
        LocalDate last = LocalDate.ofInstant(Instant.parse(start), day).plusDays(2);
        Changed joined = Waiter.join(
                new InquiryId(UUID.randomUUID()), new TimeWish(null, day, last, Set.of(), Set.of()), clock.instant());
        waiters.save(joined.waiter(), joined.events());
        return joined.waiter().id();
    }

    private boolean isDay(ZoneId zone) {
        int hour = clock.instant().atZone(zone).getHour();
        return hour >= 9 && hour < 20;
    }

    private String held(String host, String start) throws Exception {
        return JsonPath.read(body("POST", "/api/booking/holds", hold(host, start)), "$.token");
    }

    private static String hold(String host, String start) {
        return "{\"host\": \"%s\", \"start\": \"%s\", \"zone\": \"America/Chicago\"}".formatted(host, start);
    }

    private String body(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
