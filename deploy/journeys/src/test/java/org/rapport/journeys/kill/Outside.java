package org.rapport.journeys.kill;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The mail server and the SMS gateway, which nobody kills: what they took is what people got. */
final class Outside implements AutoCloseable {
    private final GreenMail mail;
    private final HttpServer gateway;
    private final ExecutorService gatewayThreads = Executors.newCachedThreadPool();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final AtomicInteger repeatedTexts = new AtomicInteger();
    private final Map<String, String> contradictions = new ConcurrentHashMap<>();

    Outside() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gateway.createContext("/", this::take);
        gateway.setExecutor(gatewayThreads);
        gateway.start();
    }

    String smtpUrl() {
        return "smtp://127.0.0.1:" + mail.getSmtp().getPort();
    }

    String smsUrl() {
        return "http://localhost:" + gateway.getAddress().getPort();
    }

    /** As a gateway with idempotency keys does: the same key is one text. */
    private void take(HttpExchange exchange) throws IOException {
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        String form = sorted(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String known = texts.putIfAbsent(key, form);
        if (known != null) {
            repeatedTexts.incrementAndGet();
            if (!known.equals(form)) {
                contradictions.put(key, form);
            }
        }
        byte[] answer = "{\"status\":\"queued\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(201, answer.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
        }
    }

    private static String sorted(String form) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : form.split("&", -1)) {
            fields.put(field, field);
        }
        return String.join("&", fields.keySet());
    }

    /** Text by idempotency key. */
    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    int repeatedTexts() {
        return repeatedTexts.get();
    }

    /** Keys that came a second time with other words or for another number. */
    Map<String, String> contradictions() {
        return Map.copyOf(contradictions);
    }

    /** How many mails came, by Message-ID. */
    Map<String, Integer> mails() {
        Map<String, Integer> mails = new TreeMap<>();
        try {
            for (MimeMessage message : mail.getReceivedMessages()) {
                mails.merge(message.getMessageID(), 1, Integer::sum);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return mails;
    }

    @Override
    public void close() {
        mail.stop();
        gateway.stop(0);
        gatewayThreads.close();
    }
}
