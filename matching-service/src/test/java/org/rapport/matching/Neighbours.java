package org.rapport.matching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Booking and intake, as far as matching asks them; either can be made to fail. */
public final class Neighbours {
    private final HttpServer server;
    private final Map<UUID, String> names = new ConcurrentHashMap<>();
    private volatile String days = "{\"holidays\":[],\"absences\":[]}";
    private volatile boolean bookingFails;
    private volatile boolean intakeFails;

    public Neighbours() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/booking/inquiries/", this::inquiry);
        server.createContext("/api/booking/hosts", exchange -> answer(exchange, bookingFails ? 500 : 200, """
                [{"id":"c0000000-0000-4000-8000-000000000001","name":"Maya Thompson","role":"COORDINATOR",
                  "email":"maya@lakeside.example","zone":"America/Chicago"}]"""));
        server.createContext(
                "/api/booking/practice/days", exchange -> answer(exchange, bookingFails ? 500 : 200, days));
        server.createContext("/api/intake/inquiries/", exchange -> answer(exchange, intakeFails ? 500 : 200, """
                {"responseId":"30000000-0000-4000-8000-000000000001","state":"SUBMITTED","sections":[],"concerns":[],
                 "scores":[{"instrument":"phq-9","title":"PHQ-9","total":12,"maximum":27,"band":"moderate"}]}"""));
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void knows(UUID inquiryId, String name) {
        names.put(inquiryId, name);
    }

    /** Days as booking tells them, as JSON. */
    public void days(String json) {
        this.days = json;
    }

    public void bookingFails(boolean fails) {
        this.bookingFails = fails;
    }

    public void intakeFails(boolean fails) {
        this.intakeFails = fails;
    }

    private void inquiry(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        String name = names.get(id);
        if (bookingFails || name == null) {
            answer(exchange, bookingFails ? 500 : 404, "{}");
            return;
        }
        answer(exchange, 200, """
                {"id":"%s","path":"CALL_WITH_COORDINATOR","name":"%s","email":"person@example.org","phone":"+13125550100",
                 "channels":["EMAIL"],"language":"en","zone":"America/Chicago","state":"IL","mayLeaveMessage":true,
                 "receivedAt":"2026-11-23T15:00:00Z"}""".formatted(id, name));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
