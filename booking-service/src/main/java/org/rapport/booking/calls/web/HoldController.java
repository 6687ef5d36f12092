package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.BookCall;
import org.rapport.booking.calls.application.BookCallHandler;
import org.rapport.booking.calls.application.ExtendHold;
import org.rapport.booking.calls.application.ExtendHoldHandler;
import org.rapport.booking.calls.application.HoldCall;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.application.ReleaseHold;
import org.rapport.booking.calls.application.ReleaseHoldHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.inquiries.domain.PersonCheck;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.web.IntakeLinks;
import org.rapport.booking.inquiries.web.PersonRequest;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.booking.requests.web.RequestSeed;
import org.rapport.web.FieldProblem;
import org.rapport.web.Staff;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/booking/holds")
class HoldController {

    private final HoldCallHandler holdCall;
    private final ExtendHoldHandler extendHold;
    private final ReleaseHoldHandler releaseHold;
    private final BookCallHandler bookCall;
    private final PersonRules rules;
    private final NewHolds newHolds;
    private final IntakeLinks intakeLinks;
    private final TakenTimes takenTimes;
    private final MessageSource messages;

    HoldController(
            HoldCallHandler holdCall,
            ExtendHoldHandler extendHold,
            ReleaseHoldHandler releaseHold,
            BookCallHandler bookCall,
            PersonRules rules,
            NewHolds newHolds,
            IntakeLinks intakeLinks,
            TakenTimes takenTimes,
            MessageSource messages) {
        this.holdCall = holdCall;
        this.extendHold = extendHold;
        this.releaseHold = releaseHold;
        this.bookCall = bookCall;
        this.rules = rules;
        this.newHolds = newHolds;
        this.intakeLinks = intakeLinks;
        this.takenTimes = takenTimes;
        this.messages = messages;
    }

    @Operation(
            summary = "Hold a time for ten minutes",
            description = "409 slot-taken lists the nearest alternatives. 422 names why a time is not offered:"
                    + " not-hosting, in-the-past, too-soon, too-far-ahead, off-grid, on-leave, outside-hours-of-date,"
                    + " holiday, outside-hours, day-full, week-full. 404 unknown-host.")
    @PostMapping
    ResponseEntity<?> hold(
            @RequestBody HoldRequest request,
            @RequestAttribute(name = RequestSeed.ATTRIBUTE, required = false) @Nullable RequestSeed seed,
            Locale locale) {
        Optional<HostChoice> hosts = Asked.host(request.host());
        Optional<Instant> start = Asked.instant(request.start());
        Optional<ZoneId> zone = PersonRules.zone(request.zone());
        List<FieldProblem> problems = new ArrayList<>();
        note(hosts, "host", problems, locale);
        note(start, "start", problems, locale);
        note(zone, "zone", problems, locale);
        if (!problems.isEmpty()) {
            return PersonTexts.invalid(problems, messages, locale);
        }
        HoldCall command = seed == null
                ? newHolds.hold(hosts.orElseThrow(), start.orElseThrow(), zone.orElseThrow())
                : newHolds.hold(hosts.orElseThrow(), start.orElseThrow(), zone.orElseThrow(), seed);
        return switch (holdCall.handle(command)) {
            case HoldDecision.Held(Call call, String hostName) ->
                ResponseEntity.status(HttpStatus.CREATED).body(HoldView.of(command.token(), call, hostName));
            case HoldDecision.Taken(List<Opening> alternatives) ->
                takenTimes.problem(alternatives, zone.orElseThrow(), locale);
            case HoldDecision.Refused(NotOpen reason) -> throw CallRefusals.of(reason);
        };
    }

    @Operation(summary = "Give a held time back; again is harmless")
    @DeleteMapping("/{token}")
    ResponseEntity<Void> release(@PathVariable String token) {
        CallRefusals.granted(releaseHold.handle(new ReleaseHold(read(token))));
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Ten more minutes, once", description = "A second time answers 409 already-extended.")
    @PostMapping("/{token}/extension")
    ExtensionView extend(
            @PathVariable String token,
            @RequestAttribute(name = RequestSeed.ATTRIBUTE, required = false) @Nullable RequestSeed seed) {
        UUID request = seed == null ? null : seed.id("extension");
        Call call = CallRefusals.granted(extendHold.handle(new ExtendHold(read(token), request)));
        if (call.state() instanceof CallState.Held held) {
            return new ExtensionView(held.expiresAt());
        }
        throw new IllegalStateException("an extended hold is held");
    }

    @Operation(
            summary = "Turn the hold into the call",
            description =
                    "The same token again gets the same answer. What is booked, and the link to it, comes by message:"
                            + " to somebody who has another call the answer is this one too. 410 hold-expired, 404 unknown-link,"
                            + " 422 invalid with the faults of the person field by field.")
    @PostMapping("/{token}/call")
    ResponseEntity<?> book(
            @PathVariable String token, @RequestBody PersonRequest person, @Nullable Staff staff, Locale locale) {
        HoldToken hold = read(token);
        return switch (rules.check(person.answers())) {
            case PersonCheck.Rejected(var faults) -> PersonTexts.problem("", faults, messages, locale);
            case PersonCheck.Accepted(var accepted) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(booked(
                                CallRefusals.granted(bookCall.handle(new BookCall(hold, accepted, staff == null)))));
        };
    }

    private BookedView booked(Call call) {
        Instant askedAt = switch (call.state()) {
            case CallState.Booked booked -> booked.bookedAt();
            case CallState.Doubled doubled -> doubled.doubledAt();
            case CallState.Unconfirmed asked -> asked.askedAt();
            case CallState.Ended ended -> ended.bookedAt();
            case CallState.Held _, CallState.Cancelled _, CallState.Released _ ->
                throw new IllegalStateException("a call that was granted is booked");
        };
        return new BookedView(
                call.id().value(),
                call.inquiryId().value(),
                call.time().start(),
                call.time().end(),
                intakeLinks.url(call.inquiryId(), askedAt));
    }

    private void note(Optional<?> read, String field, List<FieldProblem> problems, Locale locale) {
        if (read.isEmpty()) {
            problems.add(new FieldProblem(field, messages.getMessage("booking.request." + field, null, locale)));
        }
    }

    private static HoldToken read(String token) {
        return HoldToken.parse(token).orElseThrow(() -> CallRefusals.of(CallRefusal.UNKNOWN_LINK));
    }

    record HoldRequest(
            @Schema(description = "Id of a host, or any") @Nullable
            String host,

            @Schema(description = "ISO 8601 with an offset", example = "2027-01-12T15:00:00Z") @Nullable
            String start,

            @Schema(description = "IANA region id of the person", example = "America/Chicago") @Nullable
            String zone) {}

    record HoldView(
            String token, UUID callId, UUID hostId, String hostName, Instant start, Instant end, Instant expiresAt) {

        static HoldView of(HoldToken token, Call call, String hostName) {
            if (call.state() instanceof CallState.Held held) {
                return new HoldView(
                        token.text(),
                        call.id().value(),
                        call.hostId().value(),
                        hostName,
                        call.time().start(),
                        call.time().end(),
                        held.expiresAt());
            }
            // A hold that is asked for again under its key may have come to its end.
            throw CallRefusals.of(CallRefusal.HOLD_EXPIRED);
        }
    }

    record ExtensionView(Instant expiresAt) {}

    /** Without the link to the call: that comes by message, to who has the address, and this tells nobody who has a call here. */
    record BookedView(UUID callId, UUID inquiryId, Instant start, Instant end, String intakeUrl) {}
}
