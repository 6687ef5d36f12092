package org.rapport.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.rapport.booking.BookingApplication;
import org.rapport.delivery.WakeUps;
import org.rapport.intake.IntakeApplication;
import org.rapport.local.front.DemoPeople;
import org.rapport.local.front.FrontDoor;
import org.rapport.local.front.Inbox;
import org.rapport.matching.MatchingApplication;
import org.rapport.notification.NotificationApplication;
import org.rapport.servers.EmbeddedBroker;
import org.rapport.servers.EmbeddedStore;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts everything in this JVM: store and broker side by side, then the five applications side by side. An address in the
 * environment ({@link Address}) replaces the part of that name.
 */
public final class LocalSystem implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(4);

    private final Progress progress;
    private final DataFolder data;
    private final Ports ports;
    private final ShiftedClock clock;
    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();

    private LocalSystem(Progress progress, DataFolder data, Ports ports) {
        this.progress = progress;
        this.data = data;
        this.ports = ports;
        this.clock = ShiftedClock.kept(data.clock());
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(System.getProperty("rapport.data", "data"));
        Progress progress = new Progress(System.out);
        LocalSystem system;
        try {
            system = start(folder, Ports.read(System.getProperty("rapport.ports", Ports.DEFAULT.written())), progress);
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            progress.say("Rapport did not start: " + cause.getMessage());
            e.printStackTrace(System.err);
            Runtime.getRuntime().exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
    }

    /** Starts on the given ports; the folder is made when it is not there, and resumed when it is. */
    public static LocalSystem start(Path folder, Ports ports) {
        return start(folder, ports, new Progress(System.out));
    }

    private static LocalSystem start(Path folder, Ports ports, Progress progress) {
        progress.say("Rapport is starting; data in " + folder);
        // logback.xml of this module serves all: five applications that each set up logging side by side break it.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        // It reads that file on its first use, which may not be by several at once.
        LoggerFactory.getILoggerFactory();
        // Tomcat logs by java.util.logging, which would go to the terminal.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        LocalSystem system = new LocalSystem(progress, DataFolder.open(folder), ports);
        try {
            system.startAll();
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
        return system;
    }

    public String url() {
        return "http://localhost:" + ports.front();
    }

    public ShiftedClock clock() {
        return clock;
    }

    private void startAll() {
        Map<String, String> settings = new LinkedHashMap<>();
        CompletableFuture<String> store = begin(this::store);
        CompletableFuture<String> broker = begin(this::broker);
        Inbox inbox = part("mail and SMS inbox", Inbox.start(ports.smtp()));

        settings.put("rapport.secret", data.secret());
        settings.put("rapport.public-url", url());
        settings.put("rapport.sample-data", "true");
        settings.put("rapport.oidc.issuer", Address.OIDC_ISSUER.given().orElse(url()));
        settings.put("rapport.oidc.client-secret", data.secret());
        settings.put("rapport.services.booking", "http://localhost:" + ports.booking());
        settings.put("rapport.services.intake", "http://localhost:" + ports.intake());
        settings.put("rapport.services.matching", "http://localhost:" + ports.matching());
        settings.put("rapport.services.notification", "http://localhost:" + ports.notification());
        settings.put("rapport.smtp-url", Address.SMTP_URL.given().orElse("smtp://localhost:" + ports.smtp()));
        settings.put("rapport.sms-url", Address.SMS_URL.given().orElse(url() + "/dev/sms"));
        settings.put("rapport.delivery.mongodb-uri", store.join());
        settings.put("rapport.delivery.kafka", broker.join());

        ServiceLauncher launcher = new ServiceLauncher(settings, clock);
        List<CompletableFuture<Void>> applications = List.of(
                begin(() -> service(launcher, BookingApplication.class, "booking", ports.booking())),
                begin(() -> front(launcher, inbox)),
                begin(() -> service(launcher, IntakeApplication.class, "intake", ports.intake())),
                begin(() -> service(launcher, MatchingApplication.class, "matching", ports.matching())),
                begin(() -> service(launcher, NotificationApplication.class, "notification", ports.notification())));
        applications.forEach(CompletableFuture::join);
        sayWhatToDo();
    }

    private String store() {
        return Address.MONGODB_URI.given().orElseGet(() -> {
            EmbeddedStore store = part(
                    "store (embedded, for trying and for tests; production runs MongoDB)",
                    EmbeddedStore.start(data.store(), ports.store()));
            return store.address();
        });
    }

    private String broker() {
        return Address.KAFKA_BOOTSTRAP_SERVERS
                .given()
                .orElseGet(() -> part(
                                "broker (Apache Kafka, one node)", EmbeddedBroker.start(data.broker(), ports.broker()))
                        .address());
    }

    private Void service(ServiceLauncher launcher, Class<?> application, String name, int port) {
        ConfigurableApplicationContext context = launcher.service(application, name + "-service", port);
        context.getBeanProvider(WakeUps.class).ifAvailable(wakeUps -> clock.onShift(wakeUps::sweep));
        part(name + "-service", context);
        return null;
    }

    private Void front(ServiceLauncher launcher, Inbox inbox) {
        part(
                "front door at " + url(),
                launcher.start(
                        FrontDoor.class,
                        Map.of(
                                "server.port",
                                "" + ports.front(),
                                "spring.config.name",
                                "front-door",
                                // It hides the fields of a posted form from the front door's own pages.
                                "spring.cloud.gateway.server.webmvc.form-filter.enabled",
                                "false",
                                // One client serves everybody: it must not keep one person's cookies for the next.
                                "spring.http.clients.cookie-handling",
                                "disable"),
                        beans -> beans.registerBean(Inbox.class, () -> inbox)));
        return null;
    }

    private <T extends AutoCloseable> T part(String name, T part) {
        parts.push(part);
        progress.step(name);
        return part;
    }

    private static <T> CompletableFuture<T> begin(Supplier<T> starting) {
        CompletableFuture<T> started = new CompletableFuture<>();
        Thread.ofPlatform().name("start").start(() -> {
            try {
                started.complete(starting.get());
            } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
            }
        });
        return started;
    }

    private void sayWhatToDo() {
        progress.say("");
        progress.say("Rapport runs. Stop it with Ctrl-C; the next start resumes from " + data + ".");
        progress.say("  " + url() + "/            book a free call, or start the questionnaire");
        progress.say("  " + url() + "/staff       log in as coordinator maya, therapist elena or administrator olivia");
        progress.say("                              (password " + DemoPeople.PASSWORD + "; all " + DemoPeople.ALL.size()
                + " people are listed on the login page)");
        progress.say("  " + url() + "/dev/inbox   every mail and SMS");
        progress.say("  " + url() + "/dev/clock   move the clock, to see a reminder arrive");
    }

    /** Stops the applications side by side, then what they stand on; gives up after a few seconds. */
    @Override
    public void close() {
        Deque<AutoCloseable> below = new ArrayDeque<>();
        List<CompletableFuture<Void>> stopping = new ArrayList<>();
        for (AutoCloseable part : parts) {
            if (part instanceof ConfigurableApplicationContext) {
                stopping.add(begin(() -> closed(part)));
            } else {
                below.add(part);
            }
        }
        try {
            CompletableFuture.allOf(stopping.toArray(CompletableFuture[]::new))
                    .get(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            progress.say("Not everything stopped by itself: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        below.forEach(LocalSystem::closed);
        parts.clear();
        progress.say("Rapport has stopped.");
    }

    private static Void closed(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return null;
    }
}
