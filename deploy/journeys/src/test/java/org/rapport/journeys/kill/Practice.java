package org.rapport.journeys.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rapport.booking.BookingApplication;
import org.rapport.contracts.ClientLink;
import org.rapport.intake.IntakeApplication;
import org.rapport.matching.MatchingApplication;
import org.rapport.notification.NotificationApplication;
import org.rapport.servers.FreePorts;

/** The four services, each a process of its own, on one store and one broker that live elsewhere. */
final class Practice implements AutoCloseable {
    /** Messages of one channel that are sent at once; so many a kill can leave in doubt. */
    static final int SENT_ABREAST = 8;

    private static final String SECRET = "only-for-the-test-that-kills-the-services";
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final StaffBadges badges = new StaffBadges(SECRET);
    private final ClientLinks links = new ClientLinks(SECRET);
    private final ServiceProcess booking;
    private final ServiceProcess intake;
    private final ServiceProcess matching;
    private final ServiceProcess notification;

    Practice(String mongodbUri, String kafka, String databasePrefix, Outside outside, Path logs) {
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Integer> ports = FreePorts.some(4);
        List<String> shared = List.of(
                "--rapport.secret=" + SECRET,
                "--rapport.sample-data=true",
                "--rapport.delivery.mongodb-uri=" + mongodbUri,
                "--rapport.delivery.kafka=" + kafka,
                "--rapport.services.booking=http://localhost:" + ports.get(0),
                "--rapport.services.intake=http://localhost:" + ports.get(1),
                "--rapport.services.matching=http://localhost:" + ports.get(2),
                "--rapport.services.notification=http://localhost:" + ports.get(3),
                // Everybody comes from one address.
                "--rapport.visitors.limits.api-holds[0].times=1000000",
                "--rapport.visitors.limits.api-holds[0].within=1m",
                "--rapport.visitors.limits.api-sends[0].times=1000000",
                "--rapport.visitors.limits.api-sends[0].within=1m",
                "--rapport.visitors.limits.changes[0].times=1000000",
                "--rapport.visitors.limits.changes[0].within=1m",
                "--rapport.visitors.limits.reads[0].times=1000000",
                "--rapport.visitors.limits.reads[0].within=1m",
                "--rapport.smtp-url=" + outside.smtpUrl(),
                "--rapport.sms-url=" + outside.smsUrl(),
                // So that what a kill leaves behind is taken up within the test; at any hour of the day.
                "--rapport.notification.connect=1s",
                "--rapport.notification.answer=3s",
                "--rapport.notification.lease=27s",
                "--rapport.notification.first-retry=1s",
                "--rapport.notification.longest-retry=4s",
                "--rapport.notification.breaker-rest=1s",
                "--rapport.notification.abreast=" + SENT_ABREAST,
                "--rapport.notification.per-second.email=1000",
                "--rapport.notification.per-second.sms=1000",
                // What a kill holds up may be late, and the alert would be a line of nobody's journey.
                "--rapport.notification.late-after=24h",
                "--rapport.notification.quiet-from=23:59:59",
                "--rapport.notification.quiet-to=00:00");
        booking = process("booking", BookingApplication.class, ports.get(0), shared, databasePrefix, logs);
        intake = process("intake", IntakeApplication.class, ports.get(1), shared, databasePrefix, logs);
        matching = process("matching", MatchingApplication.class, ports.get(2), shared, databasePrefix, logs);
        notification =
                process("notification", NotificationApplication.class, ports.get(3), shared, databasePrefix, logs);
    }

    private static ServiceProcess process(
            String name, Class<?> application, int port, List<String> shared, String databasePrefix, Path logs) {
        List<String> settings = new ArrayList<>(shared);
        settings.add("--rapport.delivery.database=" + databasePrefix + name);
        return new ServiceProcess(name, application, port, settings, logs);
    }

    void start() {
        services().forEach(ServiceProcess::start);
        services().forEach(ServiceProcess::awaitReady);
    }

    List<ServiceProcess> services() {
        return List.of(booking, intake, matching, notification);
    }

    ServiceProcess service(String name) {
        return services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    StaffBadges badges() {
        return badges;
    }

    List<UUID> coordinators() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(number -> UUID.fromString("c0000000-0000-4000-8000-00000000000" + number))
                .toList();
    }

    LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** Of the link by which a person manages a call. */
    String manageToken(UUID callId) {
        return links.token(ClientLink.MANAGE_CALL, callId);
    }

    /** Of the link by which a person fills in the questionnaire. */
    String intakeToken(UUID inquiryId) {
        return links.token(ClientLink.INTAKE, inquiryId);
    }

    String booking(String path) {
        return booking.url() + "/api/booking" + path;
    }

    String intake(String path) {
        return intake.url() + "/api/intake" + path;
    }

    String matching(String path) {
        return matching.url() + "/api/matching" + path;
    }

    String tailsOfLogs() {
        return services().stream().map(ServiceProcess::tailOfLog).collect(Collectors.joining());
    }

    @Override
    public void close() {
        services().forEach(ServiceProcess::close);
    }
}
