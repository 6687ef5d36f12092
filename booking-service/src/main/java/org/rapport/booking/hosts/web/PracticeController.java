package org.rapport.booking.hosts.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.application.ChangePractice;
import org.rapport.booking.hosts.application.ChangePracticeHandler;
import org.rapport.booking.hosts.application.PracticeDecision;
import org.rapport.booking.hosts.domain.PracticeAnswers;
import org.rapport.booking.hosts.domain.PracticeAnswers.CallTypeAnswer;
import org.rapport.booking.hosts.domain.PracticeAnswers.HolidayAnswer;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.hosts.domain.SettingFault;
import org.rapport.booking.hosts.domain.SettingFault.Kind;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/booking/practice")
class PracticeController {

    private final Practices practices;
    private final ChangePracticeHandler changePractice;
    private final Practice practice;
    private final MessageSource messages;
    private final Clock clock;

    PracticeController(
            Practices practices,
            ChangePracticeHandler changePractice,
            Practice practice,
            MessageSource messages,
            Clock clock) {
        this.practices = practices;
        this.changePractice = changePractice;
        this.practice = practice;
        this.messages = messages;
        this.clock = clock;
    }

    @Operation(summary = "Holidays and call types of the practice", description = "For administrators.")
    @GetMapping
    PracticeBody settings() {
        return body(practices.current());
    }

    @Operation(
            summary = "Set holidays and call types",
            description = "Give the version that was read. 409 stale: somebody set them since, and nothing was written."
                    + " 422 invalid names every field. Of each role exactly one type is offered to everybody.")
    @PutMapping
    ResponseEntity<?> change(@RequestBody PracticeBody body, Locale locale) {
        List<SettingFault> missing = body.missing();
        if (!missing.isEmpty()) {
            return SettingTexts.invalid(missing, messages, locale);
        }
        return switch (changePractice.handle(new ChangePractice(body.version(), body.answers(), practice.zone()))) {
            case PracticeDecision.Changed(PracticeSettings settings) -> ResponseEntity.ok(body(settings));
            case PracticeDecision.Rejected(var faults) -> SettingTexts.invalid(faults, messages, locale);
            case PracticeDecision.Stale _ -> throw new RefusedRequest(HttpStatus.CONFLICT, "stale");
        };
    }

    private PracticeBody body(PracticeSettings settings) {
        PracticeAnswers answers = PracticeTexts.answers(settings, LocalDate.now(clock.withZone(practice.zone())));
        return new PracticeBody(
                settings.version(),
                answers.holidays(),
                settings.callTypes().stream()
                        .map(type -> new CallTypeBody(
                                type.code(),
                                Math.toIntExact(type.length().toMinutes()),
                                type.role().name(),
                                type.offeredToAll()))
                        .toList());
    }

    record PracticeBody(
            long version,
            @Nullable List<HolidayAnswer> holidays,
            @Nullable List<CallTypeBody> callTypes) {

        List<SettingFault> missing() {
            return new MissingRows()
                    .in(holidays, "holidays", "date", Kind.DATE_MISSING)
                    .in(callTypes, "callTypes", "code", Kind.CODE)
                    .faults();
        }

        PracticeAnswers answers() {
            return new PracticeAnswers(
                    Objects.requireNonNullElse(holidays, List.of()),
                    Objects.requireNonNullElse(callTypes, List.<CallTypeBody>of()).stream()
                            .map(CallTypeBody::answer)
                            .toList());
        }
    }

    record CallTypeBody(
            @Nullable String code,
            @Nullable Integer minutes,
            @Nullable String role,
            boolean offeredToAll) {

        CallTypeAnswer answer() {
            return new CallTypeAnswer(code, Objects.toString(minutes, ""), role, offeredToAll);
        }
    }
}
