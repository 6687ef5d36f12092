package org.rapport.booking.calls.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.MoveCall;
import org.rapport.booking.calls.application.MoveCallHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.MoveDecision;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Moves a call from a page of times; whoever does not get the time sees the page again, and why. */
@Component
final class MoveForm {

    private final MoveCallHandler moveCall;
    private final MoveTimes times;

    MoveForm(MoveCallHandler moveCall, MoveTimes times) {
        this.moveCall = moveCall;
        this.times = times;
    }

    /** @param view the page and whoever looks at it */
    ModelAndView show(Call call, View view, @Nullable String day, Model model, HttpStatus status) {
        return show(call, view, day, null, model, status);
    }

    private ModelAndView show(
            Call call, View view, @Nullable String day, @Nullable Instant refused, Model model, HttpStatus status) {
        times.show(model, call, view.zone(), new MoveTimes.Address(view.address(), day), refused);
        return new ModelAndView(view.template(), model.asMap(), status);
    }

    ModelAndView move(Call call, View view, Choice choice, Model model) {
        Instant start = Asked.instant(choice.start()).orElseThrow(MoveForm::malformed);
        MoveCall command = new MoveCall(call.id(), start, view.mover(), choice.revision());
        return switch (moveCall.handle(command)) {
            case MoveDecision.Moved(Call moved) -> new ModelAndView("redirect:" + view.next(moved));
            case MoveDecision.Taken(List<Opening> alternatives) -> {
                model.addAttribute("alternatives", alternatives);
                yield again("taken", call, view, start, model, HttpStatus.CONFLICT);
            }
            case MoveDecision.NotOffered _ ->
                again("not-open", call, view, start, model, HttpStatus.UNPROCESSABLE_CONTENT);
            case MoveDecision.Refused(CallRefusal reason)
            when reason == CallRefusal.CALL_CHANGED -> again("changed", call, view, start, model, HttpStatus.CONFLICT);
            case MoveDecision.Refused(CallRefusal reason) -> throw CallRefusals.of(reason);
        };
    }

    private ModelAndView again(String notice, Call call, View view, Instant asked, Model model, HttpStatus status) {
        model.addAttribute("notice", notice);
        String day = LocalDate.ofInstant(asked, view.zone()).toString();
        // The person's own other call may be in the way there, which no list of openings knows.
        return show(call, view, day, asked, model, status);
    }

    private static RefusedRequest malformed() {
        return new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request");
    }

    /** What was chosen on the page, and which revision of the call the page showed. */
    record Choice(String start, int revision) {}

    /** Whose page of times it is. */
    interface View {
        Mover mover();

        String template();

        String address();

        ZoneId zone();

        /** Where it goes on once the call has moved. */
        String next(Call moved);
    }
}
