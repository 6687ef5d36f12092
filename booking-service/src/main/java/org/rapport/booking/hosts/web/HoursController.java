package org.rapport.booking.hosts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.application.ChangeHours;
import org.rapport.booking.hosts.application.ChangeHoursHandler;
import org.rapport.booking.hosts.application.HoursDecision;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.HoursAnswers;
import org.rapport.booking.hosts.domain.HoursAnswers.DateAnswer;
import org.rapport.booking.hosts.domain.HoursAnswers.LeaveAnswer;
import org.rapport.booking.hosts.domain.HoursAnswers.TermsAnswer;
import org.rapport.booking.hosts.domain.HoursText;
import org.rapport.booking.hosts.domain.SettingFault;
import org.rapport.booking.hosts.domain.SettingFault.Kind;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/booking/hosts/{id}/hours")
class HoursController {

    private final Hosts hosts;
    private final ChangeHoursHandler changeHours;
    private final MessageSource messages;
    private final Clock clock;

    HoursController(Hosts hosts, ChangeHoursHandler changeHours, MessageSource messages, Clock clock) {
        this.hosts = hosts;
        this.changeHours = changeHours;
        this.messages = messages;
        this.clock = clock;
    }

    @Operation(summary = "A host's hours and terms", description = "For the host and for administrators.")
    @GetMapping
    HoursBody hours(Staff staff, @PathVariable UUID id) {
        HostAccess.check(staff, new HostId(id));
        return hosts.find(new HostId(id)).map(this::body).orElseThrow(RefusedRequest::notFound);
    }

    @Operation(
            summary = "Set all of a host's hours and terms",
            description = "Give the version that was read. 409 stale: somebody set them since, and nothing was written."
                    + " 422 invalid names every field.")
    @PutMapping
    ResponseEntity<?> change(Staff staff, @PathVariable UUID id, @RequestBody HoursBody body, Locale locale) {
        HostAccess.check(staff, new HostId(id));
        List<SettingFault> missing = body.missing();
        if (!missing.isEmpty()) {
            return SettingTexts.invalid(missing, messages, locale);
        }
        return switch (changeHours.handle(new ChangeHours(new HostId(id), body.version(), body.answers()))) {
            case HoursDecision.Changed(Host host) -> ResponseEntity.ok(body(host));
            case HoursDecision.Rejected(var faults) -> SettingTexts.invalid(faults, messages, locale);
            case HoursDecision.Stale _ -> throw new RefusedRequest(HttpStatus.CONFLICT, "stale");
            case HoursDecision.Unknown _ -> throw RefusedRequest.notFound();
        };
    }

    private HoursBody body(Host host) {
        HoursAnswers answers = HoursTexts.answers(host, host.dateOf(clock.instant()), HoursText::written);
        return new HoursBody(
                host.version(),
                answers.hosting(),
                answers.week(),
                answers.dates(),
                answers.leaves(),
                TermsBody.of(host.terms()),
                host.weight());
    }

    record HoursBody(
            long version,
            boolean hosting,

            @Schema(description = "One line a day", example = "{\"MONDAY\": \"09:00-12:00, 13:00-17:00\"}") @Nullable
            Map<DayOfWeek, String> week,

            @Schema(description = "Dates with hours of their own; none written means closed") @Nullable
            List<DateAnswer> dates,

            @Nullable List<LeaveAnswer> leaves,
            @Nullable TermsBody terms,

            @Schema(
                    description =
                            "Share of the calls for any coordinator, 0 to 10; 0 for one who is only chosen by name")
            @Nullable
            Integer weight) {

        List<SettingFault> missing() {
            MissingRows missing = new MissingRows();
            if (week != null) {
                week.forEach((day, hours) -> {
                    if (hours == null) {
                        missing.at("week." + day, Kind.HOURS_UNREADABLE);
                    }
                });
            }
            return missing.in(dates, "dates", "date", Kind.DATE_MISSING)
                    .in(leaves, "leaves", "first", Kind.DATE_MISSING)
                    .faults();
        }

        HoursAnswers answers() {
            return new HoursAnswers(
                    hosting,
                    Objects.requireNonNullElse(week, Map.of()),
                    Objects.requireNonNullElse(dates, List.of()),
                    Objects.requireNonNullElse(leaves, List.of()),
                    (terms == null ? TermsBody.NONE : terms).answer(),
                    TermsBody.text(weight));
        }
    }

    @Schema(description = "All in minutes, the horizon in days, the caps in calls; a cap that is absent does not limit")
    record TermsBody(
            @Nullable Integer bufferBefore,
            @Nullable Integer bufferAfter,
            @Nullable Integer grid,
            @Nullable Integer minimumNotice,
            @Nullable Integer horizonDays,
            @Nullable Integer cutOff,
            @Nullable Integer perDay,
            @Nullable Integer perWeek) {

        private static final TermsBody NONE = new TermsBody(null, null, null, null, null, null, null, null);

        static TermsBody of(CallTerms terms) {
            return new TermsBody(
                    Math.toIntExact(terms.bufferBefore().toMinutes()),
                    Math.toIntExact(terms.bufferAfter().toMinutes()),
                    Math.toIntExact(terms.grid().toMinutes()),
                    Math.toIntExact(terms.minimumNotice().toMinutes()),
                    Math.toIntExact(terms.horizon().toDays()),
                    Math.toIntExact(terms.cutOff().toMinutes()),
                    terms.perDay(),
                    terms.perWeek());
        }

        TermsAnswer answer() {
            return new TermsAnswer(
                    text(bufferBefore),
                    text(bufferAfter),
                    text(grid),
                    text(minimumNotice),
                    text(horizonDays),
                    text(cutOff),
                    text(perDay),
                    text(perWeek));
        }

        private static String text(@Nullable Integer number) {
            return Objects.toString(number, "");
        }
    }
}
