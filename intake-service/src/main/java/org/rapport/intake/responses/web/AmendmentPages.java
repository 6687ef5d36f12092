package org.rapport.intake.responses.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.responses.application.AmendResponse;
import org.rapport.intake.responses.application.AmendResponseHandler;
import org.rapport.intake.responses.application.LeaveAsSigned;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.SignedRevision;
import org.rapport.web.FieldProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was signed: to read and print, every revision of it, and to change by signing again. */
@Controller
class AmendmentPages {
    private final IntakeLinks links;
    private final AmendResponseHandler amend;
    private final RevisionViews views;
    private final AnswerProblems problems;

    AmendmentPages(IntakeLinks links, AmendResponseHandler amend, RevisionViews views, AnswerProblems problems) {
        this.links = links;
        this.amend = amend;
        this.views = views;
        this.problems = problems;
    }

    @GetMapping("/intake/{token}/revisions/{number}")
    ModelAndView revision(@PathVariable String token, @PathVariable int number) {
        ResponseSheet sheet = links.open(token);
        return views.fill(view("revision", token), sheet, views.find(sheet, number));
    }

    @GetMapping("/intake/{token}/amendment")
    ModelAndView ask(@PathVariable String token) {
        List<SignedRevision> revisions = links.open(token).response().revisions();
        return revisions.isEmpty() ? to(token, "") : asked(token, "");
    }

    @PostMapping("/intake/{token}/amendment")
    ModelAndView begin(
            @PathVariable String token, @RequestParam(name = "_why", required = false) @Nullable String why) {
        String reason = why == null ? "" : why;
        ResponseDecision.Amendment decision =
                amend.handle(new AmendResponse(inquiry(token), reason)).orElse(null);
        if (decision == null) {
            ModelAndView page = asked(token, reason)
                    .addObject(
                            "problems", List.of(new FieldProblem("_why", problems.text("intake.amend.why.lacking"))));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return switch (decision) {
            case ResponseDecision.AmendmentBegun _, ResponseDecision.AmendmentLeft _ -> to(token, "/check");
            case ResponseDecision.NothingToAmend _ -> to(token, "");
            case ResponseDecision.AmendedTooOften _ -> {
                ModelAndView page = asked(token, reason).addObject("tooOften", true);
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    @PostMapping("/intake/{token}/amendment/withdrawal")
    ModelAndView leave(@PathVariable String token) {
        amend.handle(new LeaveAsSigned(inquiry(token)));
        return to(token, "/received");
    }

    /** Of a response that is there, and not erased. */
    private UUID inquiry(String token) {
        return links.open(token).response().inquiryId();
    }

    private ModelAndView asked(String token, String why) {
        return view("amend", token).addObject("why", why).addObject("problems", List.of());
    }

    private ModelAndView view(String name, String token) {
        return new ModelAndView("intake/" + name).addObject("token", token).addObject("writer", links.writerOf(token));
    }

    private static ModelAndView to(String token, String path) {
        ModelAndView redirect = new ModelAndView("redirect:/intake/" + token + path);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
