package org.rapport.intake.responses.web;

import java.util.List;
import java.util.UUID;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.responses.application.CrisisCheck;
import org.rapport.intake.responses.application.OpenResponse;
import org.rapport.intake.responses.application.OpenResponseHandler;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.application.SavePage;
import org.rapport.intake.responses.application.SavePageHandler;
import org.rapport.intake.responses.application.SubmitResponse;
import org.rapport.intake.responses.application.SubmitResponseHandler;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.web.FieldProblem;
import org.rapport.web.RefusedRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The questionnaire as a person fills it in. Every page is a plain form; what a person typed is never lost to an error.
 *
 * <p>Easy to get wrong: the crisis page comes before everything else a save could lead to, also before a failure to save.
 */
@Controller
class IntakePages {
    private static final Logger LOG = LoggerFactory.getLogger(IntakePages.class);

    private final IntakeLinks links;
    private final OpenResponseHandler open;
    private final SavePageHandler save;
    private final SubmitResponseHandler submit;
    private final CrisisCheck crisis;
    private final AnswerProblems problems;

    IntakePages(
            IntakeLinks links,
            OpenResponseHandler open,
            SavePageHandler save,
            SubmitResponseHandler submit,
            CrisisCheck crisis,
            AnswerProblems problems) {
        this.links = links;
        this.open = open;
        this.save = save;
        this.submit = submit;
        this.crisis = crisis;
        this.problems = problems;
    }

    @GetMapping("/intake/{token}")
    ModelAndView start(@PathVariable String token) {
        ResponseSheet sheet = sheet(token);
        if (isSubmitted(sheet)) {
            return to(token, "/received");
        }
        return view("start", token)
                .addObject("begun", sheet.response().state() instanceof ResponseState.InProgress)
                .addObject("next", next(token, sheet))
                .addObject("pages", sheet.packet().pages().size());
    }

    @GetMapping("/intake/{token}/pages/{number}")
    ModelAndView page(@PathVariable String token, @PathVariable int number) {
        ResponseSheet sheet = sheet(token);
        Page page = sheet.packet().page(number).orElseThrow(RefusedRequest::notFound);
        return isSubmitted(sheet)
                ? to(token, "/received")
                : form(token, sheet, page, sheet.response().answers(), List.of());
    }

    @PostMapping("/intake/{token}/pages/{number}")
    ModelAndView save(
            @PathVariable String token, @PathVariable int number, @RequestParam MultiValueMap<String, String> form) {
        PostedPage posted = PostedPage.of(form);
        try {
            return save(token, number, posted);
        } catch (RuntimeException e) {
            if (!crisis.isNeededFor(posted.answers())) {
                throw e;
            }
            // Without the exception's text, which may quote what was typed.
            LOG.error(
                    "An answer that needs the crisis page was not saved: {}",
                    e.getClass().getName());
            ModelAndView page = view("crisis", token)
                    .addObject("unsaved", true)
                    .addObject("action", number)
                    .addObject("kept", posted.kept());
            return refused(e instanceof RefusedRequest known ? known.status() : HttpStatus.SERVICE_UNAVAILABLE, page);
        }
    }

    private ModelAndView save(String token, int number, PostedPage posted) {
        UUID inquiry = links.inquiryOf(token);
        ResponseSheet sheet = open.handle(new OpenResponse(inquiry, PageLanguage.current()));
        Page page = sheet.packet().page(number).orElseThrow(RefusedRequest::notFound);
        ResponseDecision.Saved decision = save.handle(new SavePage(
                        inquiry,
                        number,
                        posted.checkedVersion(),
                        posted.answers(),
                        !posted.later(),
                        PageLanguage.current()))
                .orElseThrow(RefusedRequest::notFound);
        ResponseSheet after = new ResponseSheet(decision.change().response(), sheet.packet());
        boolean keepsTyped =
                decision instanceof ResponseDecision.PageFaulty || decision instanceof ResponseDecision.PageStale;
        if (decision.crisis() && keepsTyped && !posted.crisisShown()) {
            return view("crisis", token).addObject("action", number).addObject("kept", posted.kept());
        }
        return switch (decision) {
            case ResponseDecision.PageSaved saved
            when saved.crisis() && !posted.crisisShown() -> to(token, "/crisis?after=" + number);
            case ResponseDecision.PageSaved _ -> to(token, posted.later() ? "/later" : following(after, number));
            case ResponseDecision.ReadOnly readOnly ->
                to(token, readOnly.crisis() ? "/crisis?after=" + number : "/received");
            case ResponseDecision.PageFaulty faulty ->
                refused(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        form(token, after, page, posted.answers(), problems.of(faulty.faults())));
            case ResponseDecision.PageStale _ ->
                refused(
                        HttpStatus.CONFLICT,
                        form(token, after, page, posted.answers(), List.of())
                                .addObject(
                                        "elsewhere",
                                        after.sections(PageLanguage.current()).get(number - 1)));
        };
    }

    /** Static: needs neither the store nor the broker, and opens for whoever holds a link of ours. */
    @GetMapping("/intake/{token}/crisis")
    ModelAndView crisis(@PathVariable String token, @RequestParam(defaultValue = "0") int after) {
        links.inquiryOf(token);
        return view("crisis", token).addObject("after", after);
    }

    /** Where the crisis page lets a person go on: the page after the one saved. */
    @GetMapping("/intake/{token}/after/{number}")
    ModelAndView goOn(@PathVariable String token, @PathVariable int number) {
        ResponseSheet sheet = sheet(token);
        return to(token, isSubmitted(sheet) ? "/received" : following(sheet, number));
    }

    @GetMapping("/intake/{token}/later")
    ModelAndView later(@PathVariable String token) {
        links.inquiryOf(token);
        return view("later", token);
    }

    @GetMapping("/intake/{token}/check")
    ModelAndView check(@PathVariable String token) {
        ResponseSheet sheet = sheet(token);
        return isSubmitted(sheet) ? to(token, "/received") : checkPage(token, sheet);
    }

    @PostMapping("/intake/{token}/submission")
    ModelAndView submit(
            @PathVariable String token, @RequestParam(name = PostedPage.VERSION, defaultValue = "0") int version) {
        UUID inquiry = links.inquiryOf(token);
        ResponseSheet sheet = open.handle(new OpenResponse(inquiry, PageLanguage.current()));
        return switch (submit.handle(new SubmitResponse(inquiry, version))) {
            case ResponseDecision.Submitted _ -> to(token, "/received");
            case ResponseDecision.SubmissionStale _ ->
                refused(HttpStatus.CONFLICT, checkPage(token, sheet).addObject("changed", true));
            case ResponseDecision.Incomplete _ -> refused(HttpStatus.UNPROCESSABLE_CONTENT, checkPage(token, sheet));
        };
    }

    @GetMapping("/intake/{token}/received")
    ModelAndView received(@PathVariable String token) {
        return isSubmitted(sheet(token)) ? view("received", token) : to(token, "");
    }

    private ModelAndView form(String token, ResponseSheet sheet, Page page, Answers answers, List<FieldProblem> found) {
        Language language = PageLanguage.current();
        String optional = problems.text("web.optional");
        return view("page", token)
                .addObject("number", page.number())
                .addObject("total", sheet.packet().pages().size())
                .addObject("version", sheet.response().revision())
                .addObject("title", page.group().title().in(language))
                .addObject(
                        "paragraphs",
                        page.group().paragraphs().stream()
                                .map(words -> words.in(language))
                                .toList())
                .addObject(
                        "questions",
                        page.questions().stream()
                                .map(question -> QuestionView.of(question, answers, found, language, optional))
                                .toList())
                .addObject(
                        "notice",
                        page.questionnaire().notice() == null
                                ? ""
                                : page.questionnaire().notice().in(language))
                .addObject("summary", summary(page, found, language));
    }

    /** In the summary each fault stands beside its question, because several may read the same. */
    private static List<FieldProblem> summary(Page page, List<FieldProblem> found, Language language) {
        return found.stream()
                .map(problem -> page.question(problem.field())
                        .map(question -> new FieldProblem(
                                problem.field(), question.text().in(language) + ": " + problem.message()))
                        .orElse(problem))
                .toList();
    }

    private ModelAndView checkPage(String token, ResponseSheet sheet) {
        Language language = PageLanguage.current();
        return view("check", token)
                .addObject("version", sheet.response().revision())
                .addObject("sections", sheet.sections(language))
                .addObject("missing", sheet.missing())
                .addObject("language", language);
    }

    private ResponseSheet sheet(String token) {
        return open.handle(new OpenResponse(links.inquiryOf(token), PageLanguage.current()));
    }

    /** A person who changes one answer of a whole questionnaire goes back to the check page. */
    private static String following(ResponseSheet sheet, int number) {
        boolean last = number >= sheet.packet().pages().size();
        return last || sheet.nextPage().isEmpty() ? "/check" : "/pages/" + (number + 1);
    }

    private static String next(String token, ResponseSheet sheet) {
        return "/intake/" + token
                + (sheet.nextPage().isPresent() ? "/pages/" + sheet.nextPage().getAsInt() : "/check");
    }

    private static boolean isSubmitted(ResponseSheet sheet) {
        return sheet.response().state() instanceof ResponseState.Submitted;
    }

    private static ModelAndView view(String name, String token) {
        return new ModelAndView("intake/" + name).addObject("token", token);
    }

    private static ModelAndView refused(HttpStatus status, ModelAndView page) {
        page.setStatus(status);
        return page;
    }

    private static ModelAndView to(String token, String path) {
        ModelAndView redirect = new ModelAndView("redirect:/intake/" + token + path);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
