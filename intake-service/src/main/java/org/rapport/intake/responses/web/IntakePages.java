package org.rapport.intake.responses.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.application.SavePage;
import org.rapport.intake.responses.application.SavePageHandler;
import org.rapport.intake.responses.application.SubmitResponse;
import org.rapport.intake.responses.application.SubmitResponseHandler;
import org.rapport.intake.responses.domain.Consents;
import org.rapport.intake.responses.domain.Relationship;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/**
 * The questionnaire as a person fills it in. Every page is a plain form; what a person typed is never lost to an error.
 *
 * <p>Easy to get wrong: the crisis page comes before everything else a save could lead to, also before a failure to save.
 */
@Controller
class IntakePages {
    private final IntakeLinks links;
    private final LatePages late;
    private final SavePageHandler save;
    private final SubmitResponseHandler submit;
    private final CrisisFirst crisis;
    private final AnswerProblems problems;
    private final PageForms forms;
    private final Consents consents;
    private final Practice practice;

    IntakePages(
            IntakeLinks links,
            LatePages late,
            SavePageHandler save,
            SubmitResponseHandler submit,
            CrisisFirst crisis,
            AnswerProblems problems,
            PageForms forms,
            Consents consents,
            Practice practice) {
        this.links = links;
        this.late = late;
        this.save = save;
        this.submit = submit;
        this.crisis = crisis;
        this.problems = problems;
        this.forms = forms;
        this.consents = consents;
        this.practice = practice;
    }

    @GetMapping("/intake/{token}")
    ModelAndView start(@PathVariable String token) {
        ResponseSheet sheet = sheet(token);
        if (isSubmitted(sheet)) {
            return to(token, "/received");
        }
        return view("start", token)
                .addObject("begun", sheet.response().revision() > 0)
                .addObject("next", next(token, sheet))
                .addObject("pages", sheet.shownPages().size());
    }

    /**
     * @param more key of what the person wants to add to
     * @param grown whether answers just saved have brought up more questions here
     */
    @GetMapping("/intake/{token}/pages/{number}")
    ModelAndView page(
            @PathVariable String token,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String more,
            @RequestParam(defaultValue = "false") boolean grown) {
        ResponseSheet sheet = sheet(token);
        Page page = sheet.packet().page(number).orElseThrow(RefusedRequest::notFound);
        return isSubmitted(sheet)
                ? to(token, "/received")
                : forms.fill(view("page", token), sheet, page, sheet.shownOn(page), List.of(), Set.of(more))
                        .addObject("grown", grown);
    }

    /** The page's questions as they would be with these answers; nothing is saved. For script only. */
    @PostMapping("/intake/{token}/pages/{number}/questions")
    ModelAndView questions(
            @PathVariable String token, @PathVariable int number, @RequestParam MultiValueMap<String, String> form) {
        ResponseSheet sheet = sheet(token);
        Page page = sheet.packet().page(number).orElseThrow(RefusedRequest::notFound);
        PostedPage posted = PostedPage.of(form, practice.zone());
        return forms.questions(
                new ModelAndView("intake/questions :: list()"),
                page,
                typed(sheet, page, posted),
                List.of(),
                Set.of(),
                PageLanguage.current());
    }

    @PostMapping("/intake/{token}/pages/{number}")
    ModelAndView save(
            @PathVariable String token, @PathVariable int number, @RequestParam MultiValueMap<String, String> form) {
        PostedPage posted = PostedPage.of(form, practice.zone());
        try {
            return crisis.answer(
                    posted.answers(),
                    () -> links.anyInquiryOf(token),
                    () -> save(token, number, posted),
                    failure -> unsaved(token, number, posted, failure));
        } catch (LatePages.InDanger late) {
            return unsaved(token, number, posted, late);
        }
    }

    /** Help for somebody whose page was not taken, and never a promise that somebody was told when nobody was. */
    private ModelAndView unsaved(String token, int number, PostedPage posted, RuntimeException failure) {
        ModelAndView page = view("crisis", token);
        if (failure instanceof LatePages.InDanger late) {
            return refused(HttpStatus.GONE, page.addObject("over", true).addObject("told", late.isTold()));
        }
        if (failure instanceof RefusedRequest known && known.status() == HttpStatus.GONE) {
            return refused(HttpStatus.GONE, page.addObject("over", true).addObject("told", false));
        }
        page.addObject("told", false)
                .addObject("unsaved", true)
                .addObject("action", number)
                .addObject("kept", posted.kept());
        return refused(failure instanceof RefusedRequest known ? known.status() : HttpStatus.SERVICE_UNAVAILABLE, page);
    }

    private ModelAndView save(String token, int number, PostedPage posted) {
        late.heed(token, number, posted.answers());
        UUID inquiry = links.inquiryOf(token);
        ResponseSheet sheet = sheet(token);
        Page page = sheet.packet().page(number).orElseThrow(RefusedRequest::notFound);
        ResponseDecision.Saved decision = save.handle(new SavePage(
                        inquiry,
                        number,
                        posted.checkedVersion(),
                        posted.answers(),
                        posted.called(),
                        PageLanguage.current(),
                        links.writerOf(token)))
                .orElseThrow(RefusedRequest::notFound);
        ResponseSheet after = new ResponseSheet(decision.change().response(), sheet.packet());
        boolean keepsTyped =
                decision instanceof ResponseDecision.PageFaulty || decision instanceof ResponseDecision.PageStale;
        if (decision.crisis() && keepsTyped && !posted.crisisShown()) {
            boolean taken = decision instanceof ResponseDecision.PageFaulty;
            return view("crisis", token)
                    .addObject("told", true)
                    .addObject("action", number)
                    .addObject(
                            "kept",
                            taken
                                    ? posted.kept(
                                            Integer.toString(after.response().revision()))
                                    : posted.kept());
        }
        boolean grown = !posted.hasSeen(page.visible(after.response().answers()));
        return switch (decision) {
            case ResponseDecision.PageSaved saved
            when saved.crisis() && !posted.crisisShown() -> to(token, "/crisis?after=" + (grown ? number - 1 : number));
            case ResponseDecision.PageSaved _ -> to(token, onward(after, number, posted, grown));
            case ResponseDecision.ReadOnly readOnly ->
                to(token, readOnly.crisis() ? "/crisis?after=" + number : "/received");
            case ResponseDecision.PageFaulty faulty ->
                refused(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        forms.fill(
                                view("page", token),
                                after,
                                page,
                                typed(after, page, posted),
                                problems.of(faulty.faults()),
                                Set.of()));
            case ResponseDecision.PageStale stale ->
                refused(
                        HttpStatus.CONFLICT,
                        forms.fill(view("page", token), after, page, typed(after, page, posted), List.of(), Set.of())
                                .addObject("elsewhere", after.sections(stale.newer(), PageLanguage.current())));
        };
    }

    /** What the person typed, beside what is saved on other pages. */
    private static Answers typed(ResponseSheet sheet, Page page, PostedPage posted) {
        return sheet.response()
                .answers()
                .without(page::owns)
                .with(posted.answers().only(page::owns).byQuestion());
    }

    private static String onward(ResponseSheet after, int number, PostedPage posted, boolean grown) {
        if (posted.more() != null) {
            return "/pages/" + number + "?more=" + UriUtils.encodeQueryParam(posted.more(), StandardCharsets.UTF_8);
        }
        if (posted.later()) {
            return "/later";
        }
        return grown ? "/pages/" + number + "?grown=true" : following(after, number);
    }

    /** Static: needs neither the store nor the broker, and opens for whoever holds a link of ours. */
    @GetMapping("/intake/{token}/crisis")
    ModelAndView crisis(@PathVariable String token, @RequestParam(defaultValue = "0") int after) {
        links.inquiryOf(token);
        return view("crisis", token).addObject("told", true).addObject("after", after);
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
            @PathVariable String token,
            @RequestParam(name = PostedPage.VERSION, defaultValue = "0") int version,
            @RequestParam(name = "_consent", required = false) @Nullable String consent,
            @RequestParam(name = "_signer", required = false) @Nullable String signer,
            @RequestParam(name = "_relationship", required = false) @Nullable String relationship) {
        UUID inquiry = links.inquiryOf(token);
        ResponseSheet sheet = sheet(token);
        return switch (submit.handle(new SubmitResponse(
                inquiry,
                version,
                SignedConsent.of(consent, signer, relationship, PageLanguage.current()),
                links.writerOf(token)))) {
            case ResponseDecision.Submitted _ -> to(token, "/received");
            case ResponseDecision.SubmissionStale _ ->
                refused(HttpStatus.CONFLICT, checkPage(token, sheet).addObject("changed", true));
            case ResponseDecision.Incomplete _ -> refused(HttpStatus.UNPROCESSABLE_CONTENT, checkPage(token, sheet));
            case ResponseDecision.NotSigned _ ->
                refused(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        checkPage(token, sheet)
                                .addObject("unsigned", true)
                                .addObject("signer", signer)
                                .addObject("relationship", relationship));
        };
    }

    @GetMapping("/intake/{token}/received")
    ModelAndView received(@PathVariable String token) {
        ResponseSheet sheet = sheet(token);
        return isSubmitted(sheet)
                ? view("received", token)
                        .addObject("revisions", sheet.response().revisions())
                : to(token, "");
    }

    private ModelAndView checkPage(String token, ResponseSheet sheet) {
        Language language = PageLanguage.current();
        return view("check", token)
                .addObject("amending", sheet.response().state() instanceof ResponseState.Amending)
                .addObject("version", sheet.response().revision())
                .addObject("sections", sheet.sections(language))
                .addObject("missing", sheet.missing())
                .addObject("consent", consents.current())
                .addObject("parts", SignedConsent.parts(consents.current(), language))
                .addObject("relationships", Relationship.values())
                .addObject("language", language);
    }

    private ResponseSheet sheet(String token) {
        return links.open(token);
    }

    /** A person who changes one answer of a whole questionnaire goes back to the check page. */
    private static String following(ResponseSheet sheet, int number) {
        return sheet.nextPage().isEmpty()
                ? "/check"
                : sheet.shownPages().stream()
                        .filter(page -> page.number() > number)
                        .findFirst()
                        .map(page -> "/pages/" + page.number())
                        .orElse("/check");
    }

    private static String next(String token, ResponseSheet sheet) {
        return "/intake/" + token
                + (sheet.nextPage().isPresent() ? "/pages/" + sheet.nextPage().getAsInt() : "/check");
    }

    private static boolean isSubmitted(ResponseSheet sheet) {
        return sheet.response().state() instanceof ResponseState.Submitted;
    }

    private ModelAndView view(String name, String token) {
        return new ModelAndView("intake/" + name).addObject("token", token).addObject("writer", links.writerOf(token));
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
