package org.rapport.intake.responses.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.responses.application.AcknowledgeConcern;
import org.rapport.intake.responses.application.AcknowledgeConcernHandler;
import org.rapport.intake.responses.application.ReadResponse;
import org.rapport.intake.responses.application.ReadResponseHandler;
import org.rapport.intake.responses.application.ResendQuestionnaire;
import org.rapport.intake.responses.application.ResendQuestionnaireHandler;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.domain.AcknowledgementAction;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.web.FieldProblem;
import org.rapport.web.Option;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a coordinator reads, and where a safety concern is acknowledged. */
@Controller
class StaffResponsePages {
    private final ReadResponseHandler read;
    private final AcknowledgeConcernHandler acknowledge;
    private final ResendQuestionnaireHandler resend;
    private final IntakeLinks links;
    private final RevisionViews revisions;
    private final AnswerProblems problems;

    StaffResponsePages(
            ReadResponseHandler read,
            AcknowledgeConcernHandler acknowledge,
            ResendQuestionnaireHandler resend,
            IntakeLinks links,
            RevisionViews revisions,
            AnswerProblems problems) {
        this.read = read;
        this.acknowledge = acknowledge;
        this.resend = resend;
        this.links = links;
        this.revisions = revisions;
        this.problems = problems;
    }

    @GetMapping("/staff/questionnaires/responses/{inquiryId}")
    ModelAndView show(@PathVariable UUID inquiryId) {
        return page(inquiryId);
    }

    /** To read and to print: what was signed and what was answered, and nothing that can be pressed. */
    @GetMapping("/staff/questionnaires/responses/{inquiryId}/revisions/{number}")
    ModelAndView revision(@PathVariable UUID inquiryId, @PathVariable int number) {
        ResponseSheet sheet = read.handle(new ReadResponse(inquiryId)).orElseThrow(RefusedRequest::notFound);
        ModelAndView page = new ModelAndView("intake/staff-revision").addObject("inquiryId", inquiryId);
        return revisions.fill(page, sheet, revisions.find(sheet, number));
    }

    @PostMapping("/staff/questionnaires/responses/{inquiryId}/concerns/{concernId}/acknowledgement")
    ModelAndView acknowledge(
            @PathVariable UUID inquiryId,
            @PathVariable UUID concernId,
            @RequestParam(required = false) @Nullable String action,
            Staff staff) {
        Optional<AcknowledgementAction> chosen = action(action);
        if (chosen.isEmpty()) {
            FieldProblem problem =
                    new FieldProblem("action-" + concernId, problems.text("intake.staff.acknowledge.choose"));
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, page(inquiryId).addObject("problems", List.of(problem)));
        }
        ResponseDecision.Acknowledging decision = acknowledge
                .handle(new AcknowledgeConcern(
                        ResponseId.of(inquiryId), concernId, staff.id(), staff.name(), chosen.get()))
                .orElseThrow(RefusedRequest::notFound);
        return switch (decision) {
            case ResponseDecision.Acknowledged _ -> to(inquiryId);
            case ResponseDecision.AcknowledgedByOther _ ->
                refused(HttpStatus.CONFLICT, page(inquiryId).addObject("acknowledgedByOther", true));
            case ResponseDecision.NoSuchConcern _ -> throw RefusedRequest.notFound();
        };
    }

    /** @param sending number of the link the page told of, so that pressing twice sends one */
    @PostMapping("/staff/questionnaires/responses/{inquiryId}/link")
    ModelAndView resend(@PathVariable UUID inquiryId, @RequestParam int sending) {
        return switch (resend.handle(new ResendQuestionnaire(inquiryId, sending))
                .orElseThrow(RefusedRequest::notFound)) {
            case ResponseDecision.Resent _ -> to(inquiryId);
            case ResponseDecision.AlreadySubmitted _ ->
                refused(HttpStatus.CONFLICT, page(inquiryId).addObject("nothingToSend", true));
        };
    }

    /** Fills in for a person who would rather tell than write; every page says so, and so does what is kept. */
    @PostMapping("/staff/questionnaires/responses/{inquiryId}/on-behalf")
    ModelAndView fillIn(@PathVariable UUID inquiryId, Staff staff) {
        UUID known = read.handle(new ReadResponse(inquiryId))
                .orElseThrow(RefusedRequest::notFound)
                .response()
                .inquiryId();
        ModelAndView redirect = new ModelAndView("redirect:/intake/" + links.onBehalf(known, staff));
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private static ModelAndView to(UUID inquiryId) {
        ModelAndView redirect = new ModelAndView("redirect:/staff/questionnaires/responses/" + inquiryId);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private ModelAndView page(UUID inquiryId) {
        ResponseSheet sheet = read.handle(new ReadResponse(inquiryId))
                .orElseThrow(() -> new RefusedRequest(HttpStatus.NOT_FOUND, "no-questionnaire"));
        return new ModelAndView("intake/staff-response")
                .addObject("inquiryId", inquiryId)
                .addObject(
                        "signature",
                        sheet.response().state() instanceof ResponseState.Submitted submitted
                                ? submitted.signature()
                                : null)
                .addObject("revisions", sheet.response().revisions())
                .addObject("scribes", sheet.response().entries().scribes())
                .addObject("invitation", sheet.response().invitation())
                .addObject("response", StaffResponseView.of(sheet, PageLanguage.current()))
                .addObject("levels", sheet.levels())
                .addObject("language", PageLanguage.current())
                .addObject("problems", List.of())
                .addObject("actions", actions());
    }

    private List<Option> actions() {
        return Arrays.stream(AcknowledgementAction.values())
                .map(action -> Option.of(action.name(), problems.text(key(action))))
                .toList();
    }

    private static String key(AcknowledgementAction action) {
        return "intake.staff.action." + action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<AcknowledgementAction> action(@Nullable String name) {
        return Arrays.stream(AcknowledgementAction.values())
                .filter(action -> action.name().equals(name))
                .findFirst();
    }

    private static ModelAndView refused(HttpStatus status, ModelAndView page) {
        page.setStatus(status);
        return page;
    }
}
