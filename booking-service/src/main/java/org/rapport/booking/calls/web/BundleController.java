package org.rapport.booking.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.ChooseCall;
import org.rapport.booking.calls.application.ChooseCallHandler;
import org.rapport.booking.calls.application.HoldBundle;
import org.rapport.booking.calls.application.HoldBundle.TherapistTime;
import org.rapport.booking.calls.application.HoldBundleHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.BundleDecision;
import org.rapport.booking.calls.domain.BundleHold;
import org.rapport.booking.calls.domain.BundleHold.Fault;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.booking.requests.web.RequestSeed;
import org.rapport.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BundleController {

    private final HoldBundleHandler holdBundle;
    private final ChooseCallHandler chooseCall;
    private final CallLinks links;
    private final Hosts hosts;
    private final NewHolds newHolds;
    private final TakenTimes takenTimes;
    private final MessageSource messages;

    BundleController(
            HoldBundleHandler holdBundle,
            ChooseCallHandler chooseCall,
            CallLinks links,
            Hosts hosts,
            NewHolds newHolds,
            TakenTimes takenTimes,
            MessageSource messages) {
        this.holdBundle = holdBundle;
        this.chooseCall = chooseCall;
        this.links = links;
        this.hosts = hosts;
        this.newHolds = newHolds;
        this.takenTimes = takenTimes;
        this.messages = messages;
    }

    @Operation(
            summary = "Hold times with two or three therapists for ten minutes, all or none",
            description = "The token is that of a hold: /api/booking/holds/{token} extends, releases and books all of"
                    + " them. 409 slot-taken lists the nearest alternatives of the therapist whose time is gone. 422 names the"
                    + " wish at fault, or why a time is not offered.")
    @PostMapping("/api/booking/bundles")
    ResponseEntity<?> hold(
            @RequestBody BundleRequest request,
            @RequestAttribute(name = RequestSeed.ATTRIBUTE, required = false) @Nullable RequestSeed seed,
            Locale locale) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<ZoneId> zone = PersonRules.zone(request.zone());
        if (zone.isEmpty()) {
            problems.add(problem("zone", "booking.request.zone", locale));
        }
        List<TherapistTime> wishes = wishes(Objects.requireNonNullElse(request.calls(), List.of()), problems, locale);
        if (!problems.isEmpty()) {
            return PersonTexts.invalid(problems, messages, locale);
        }
        HoldBundle command = seed == null
                ? newHolds.bundle(wishes, zone.orElseThrow())
                : newHolds.bundle(wishes, zone.orElseThrow(), seed);
        return switch (holdBundle.handle(command)) {
            case BundleHold.Held(Bundle bundle) ->
                ResponseEntity.status(HttpStatus.CREATED).body(view(command.token(), bundle));
            case BundleHold.Taken(int _, List<Opening> alternatives) ->
                takenTimes.problem(alternatives, zone.orElseThrow(), locale);
            case BundleHold.NotOffered(int _, NotOpen reason) -> throw CallRefusals.of(reason);
            case BundleHold.Refused(int number, Fault fault) ->
                PersonTexts.invalid(
                        List.of(problem("calls[" + number + "]", "booking.three." + fault.code(), locale)),
                        messages,
                        locale);
        };
    }

    @Operation(
            summary = "The calls that were booked together with this one",
            description = "404 for a call on its own.")
    @GetMapping("/api/booking/calls/by-link/{token}/bundle")
    ChoiceView bundle(@PathVariable String token) {
        return choice(links.bundle(token));
    }

    @Operation(
            summary = "Choose one of the calls booked together; the others that have not begun are cancelled",
            description = "By the link of any of them. Again is harmless. 409 already-chosen if it was another one.")
    @PostMapping("/api/booking/calls/by-link/{token}/choice")
    ResponseEntity<?> choose(@PathVariable String token, @RequestBody ChoiceRequest request, Locale locale) {
        Optional<CallId> wanted = links.bundle(token).calls().stream()
                .map(Call::id)
                .filter(id -> id.value().equals(request.callId()))
                .findFirst();
        if (wanted.isEmpty()) {
            FieldProblem missing = problem("callId", "booking.choice.missing", locale);
            return PersonTexts.invalid(List.of(missing), messages, locale);
        }
        return switch (chooseCall.handle(new ChooseCall(wanted.get()))) {
            case BundleDecision.Changed(Bundle bundle, var _) -> ResponseEntity.ok(choice(bundle));
            case BundleDecision.Unchanged(Bundle bundle) -> ResponseEntity.ok(choice(bundle));
            case BundleDecision.Refused(CallRefusal reason) -> throw CallRefusals.of(reason);
        };
    }

    private List<TherapistTime> wishes(List<@Nullable WishBody> bodies, List<FieldProblem> problems, Locale locale) {
        List<TherapistTime> wishes = new ArrayList<>();
        for (int number = 0; number < bodies.size(); number++) {
            String field = "calls[" + number + "].";
            WishBody body = Objects.requireNonNullElse(bodies.get(number), WishBody.MISSING);
            Optional<HostChoice.One> host = Asked.host(body.host())
                    .flatMap(choice -> choice instanceof HostChoice.One one ? Optional.of(one) : Optional.empty());
            Optional<Instant> start = Asked.instant(body.start());
            if (host.isEmpty()) {
                problems.add(problem(field + "host", "booking.request.host", locale));
            }
            if (start.isEmpty()) {
                problems.add(problem(field + "start", "booking.request.start", locale));
            }
            if (host.isPresent() && start.isPresent()) {
                wishes.add(new TherapistTime(host.get().id(), start.get()));
            }
        }
        return wishes;
    }

    private FieldProblem problem(String field, String key, Locale locale) {
        return new FieldProblem(field, messages.getMessage(key, null, locale));
    }

    private BundleView view(HoldToken token, Bundle bundle) {
        if (bundle.lead().state() instanceof CallState.Held held) {
            return new BundleView(
                    token.text(),
                    bundle.calls().stream()
                            .map(call -> new HeldView(
                                    call.id().value(),
                                    call.hostId().value(),
                                    hosts.name(call.hostId()),
                                    call.time().start(),
                                    call.time().end()))
                            .toList(),
                    held.expiresAt());
        }
        // A bundle that is asked for again under its key may have come to its end.
        throw CallRefusals.of(CallRefusal.HOLD_EXPIRED);
    }

    private ChoiceView choice(Bundle bundle) {
        return new ChoiceView(
                Optional.ofNullable(bundle.chosen()).map(CallId::value).orElse(null),
                bundle.calls().stream()
                        .map(call -> LinkedCallView.of(call, hosts.name(call.hostId())))
                        .toList());
    }

    record BundleRequest(
            @Schema(description = "Two or three, each with another therapist") @Nullable
            List<@Nullable WishBody> calls,

            @Schema(description = "IANA region id of the person", example = "America/Chicago") @Nullable
            String zone) {}

    record WishBody(
            @Schema(description = "Id of a therapist") @Nullable
            String host,

            @Schema(description = "ISO 8601 with an offset") @Nullable
            String start) {

        /** A row that is {@code null}: JSON can say so. */
        private static final WishBody MISSING = new WishBody(null, null);
    }

    record BundleView(String token, List<HeldView> calls, Instant expiresAt) {}

    record HeldView(UUID callId, UUID hostId, String hostName, Instant start, Instant end) {}

    record ChoiceRequest(
            @Schema(description = "Id of one of the calls") @Nullable
            UUID callId) {}

    /** @param chosen id of the call that was chosen */
    record ChoiceView(@Nullable UUID chosen, List<LinkedCallView> calls) {}
}
