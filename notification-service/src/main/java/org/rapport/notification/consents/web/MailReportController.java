package org.rapport.notification.consents.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rapport.notification.consents.application.ReportMail;
import org.rapport.notification.consents.application.ReportMail.What;
import org.rapport.notification.consents.application.ReportMailHandler;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the mail provider says of mails it had taken, in the form of Postmark's bounce and spam complaint webhooks. */
@RestController
public class MailReportController {
    /** Types of a bounce after which no mail to the address will ever arrive; others pass. */
    private static final Set<String> FOR_GOOD = Set.of("HardBounce", "BadEmailAddress", "ManuallyDeactivated");

    private final ReportMailHandler reports;
    private final Reporters reporters;

    public MailReportController(ReportMailHandler reports, Reporters reporters) {
        this.reports = reports;
        this.reporters = reporters;
    }

    @Operation(
            summary = "Mail came back, or was complained about",
            description = "For the mail provider, which signs in by HTTP Basic. Told twice it changes nothing.")
    @PostMapping("/api/notification/mail-reports")
    ResponseEntity<Void> receive(
            @RequestBody Map<String, Object> report,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String given) {
        if (!reporters.isMailProvider(given)) {
            throw new RefusedRequest(HttpStatus.FORBIDDEN, "wrong-signature");
        }
        what(report).ifPresent(what -> {
            if (!(report.get("Email") instanceof String address) || address.isBlank()) {
                throw new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request");
            }
            reports.handle(new ReportMail(address, what));
        });
        return ResponseEntity.noContent().build();
    }

    private static Optional<What> what(Map<String, Object> report) {
        if ("SpamComplaint".equals(report.get("RecordType"))) {
            return Optional.of(What.COMPLAINED);
        }
        boolean bounce = "Bounce".equals(report.get("RecordType"));
        return bounce && report.get("Type") instanceof String type && FOR_GOOD.contains(type)
                ? Optional.of(What.BOUNCED)
                : Optional.empty();
    }
}
