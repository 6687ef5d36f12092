package org.rapport.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.WakeUps;
import org.rapport.servers.FreePorts;
import org.rapport.testkit.SettableClock;
import org.rapport.testkit.TestServers;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole service, two instances of it, once for this JVM: real store and broker, a mail server, and a small HTTP server
 * that answers for booking-service, matching-service and the SMS gateway. Its clock stands still until a test moves it.
 */
public final class RunningNotification {
    private static final String SECRET = "a secret for tests that is long enough";
    public static final String SMS_TOKEN = "the token of the gateway";
    public static final String MAIL_ACCOUNT = "provider:its password";
    private static final RunningNotification ONLY = new RunningNotification();

    public final SettableClock clock = SettableClock.at("2026-11-20T15:00:00Z");
    /** On a fixed port, so that it can be stopped and started. */
    private final int mailPort = FreePorts.one();

    public final GreenMail mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    /** Path and JSON of what the other services answer; anything else is 404. */
    public final Map<String, String> answers = new ConcurrentHashMap<>();

    public final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final List<ConfigurableApplicationContext> instances;
    private final Documents<Story> stories;

    /** Publishes events as another service would: with a write of a document of its own. */
    public record Story(String title) {}

    private RunningNotification() {
        mail.start();
        String others = "http://127.0.0.1:" + startOthers();
        String prefix = TestServers.freshDatabase();
        instances = Stream.of("one", "two").map(_ -> start(others, prefix)).toList();
        stories = bean(DocumentStore.class).collection("stories", Story.class);
    }

    public static RunningNotification get() {
        return ONLY;
    }

    private ConfigurableApplicationContext start(String others, String prefix) {
        SpringApplication application = NotificationApplication.application();
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean("testClock", Clock.class, () -> clock));
        return application.run(
                "--server.port=0",
                "--rapport.secret=" + SECRET,
                "--rapport.sample-data=true",
                "--rapport.delivery.mongodb-uri=" + TestServers.store(),
                "--rapport.delivery.database=" + prefix + "notification",
                "--rapport.delivery.kafka=" + TestServers.broker(),
                "--rapport.delivery.sweep-pause=200ms",
                "--spring.cloud.stream.default.group=" + prefix + "notification",
                "--rapport.services.booking=" + others,
                "--rapport.services.matching=" + others,
                "--rapport.services.intake=" + others,
                "--rapport.sms-token=" + SMS_TOKEN,
                "--rapport.mail-reports=" + MAIL_ACCOUNT,
                "--rapport.smtp-url=smtp://127.0.0.1:" + mailPort,
                "--rapport.sms-url=" + others + "/sms",
                // A clock that jumps makes everything late.
                "--rapport.notification.late-look=1h",
                "--rapport.notification.breaker-rest=200ms");
    }

    private int startOthers() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestURI().getPath().equals("/sms/2010-04-01/Accounts/rapport/Messages.json")) {
                texts.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(201, -1);
                return;
            }
            String known = answers.get(exchange.getRequestURI().toString());
            if (known == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] json = known.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    public <T> T bean(Class<T> type) {
        return instances.getFirst().getBean(type);
    }

    public String address(String path) {
        return "http://127.0.0.1:" + instances.getFirst().getEnvironment().getProperty("local.server.port") + path;
    }

    public void publish(PublishedEvent... events) {
        stories.save(UUID.randomUUID().toString(), 0, new Story("told"), Change.of(events));
    }

    /** The next morning at 15:00 UTC: nine in Chicago, seven in Los Angeles. */
    public Instant morning() {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(15));
        clock.set(today.isAfter(clock.instant()) ? today : today.plus(Duration.ofDays(1)));
        return clock.instant();
    }

    /** As time passes for both instances. */
    public void advance(Duration time) {
        clock.advance(time);
        instances.forEach(instance -> instance.getBean(WakeUps.class).sweep());
    }
}
