package org.rapport.intake.responses.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Item;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Option;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.responses.application.AmendResponse;
import org.rapport.intake.responses.application.AmendResponseHandler;
import org.rapport.intake.responses.application.LeaveAsSigned;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.intake.responses.application.SavePage;
import org.rapport.intake.responses.application.SavePageHandler;
import org.rapport.intake.responses.application.SubmitResponse;
import org.rapport.intake.responses.application.SubmitResponse.Signing;
import org.rapport.intake.responses.application.SubmitResponseHandler;
import org.rapport.intake.responses.domain.Called;
import org.rapport.intake.responses.domain.Consents;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseDecision;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.web.Problems;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The questionnaire for programs that hold a client's link. */
@RestController
@RequestMapping("/api/intake/responses/{token}")
class IntakeController {
    private final IntakeLinks links;
    private final LatePages late;
    private final SavePageHandler save;
    private final SubmitResponseHandler submit;
    private final AmendResponseHandler amend;
    private final CrisisFirst crisis;
    private final Consents consents;
    private final AnswerProblems problems;

    IntakeController(
            IntakeLinks links,
            LatePages late,
            SavePageHandler save,
            SubmitResponseHandler submit,
            AmendResponseHandler amend,
            CrisisFirst crisis,
            Consents consents,
            AnswerProblems problems) {
        this.links = links;
        this.late = late;
        this.save = save;
        this.submit = submit;
        this.amend = amend;
        this.crisis = crisis;
        this.consents = consents;
        this.problems = problems;
    }

    /** @param next number of the first page that lacks something; null when the response can be submitted or is */
    record ResponseView(
            UUID responseId,
            String state,
            String language,
            int version,
            List<PageView> pages,
            @Nullable Integer next,
            ConsentView consent) {}

    /** What has to be signed to submit. */
    record ConsentView(String version, String title, List<String> parts) {}

    record PageView(int number, String title, List<AskedView> questions, Map<String, List<String>> answers) {}

    /**
     * A question that is asked of somebody who has answered as is saved.
     *
     * @param linkId key of the answers: the linkId, in a repeating group with the number of the instance ({@code drug~2})
     * @param type as FHIR names it
     * @param readOnly an answer is not taken
     */
    record AskedView(
            String linkId,
            String text,
            @Nullable String hint,
            String type,
            boolean required,
            boolean repeats,
            boolean readOnly,
            @Nullable Integer maxLength,
            List<OptionView> options,
            List<OptionView> units) {}

    record OptionView(String code, String text) {}

    record PageAnswers(int version, Map<String, List<String>> answers) {
        PageAnswers {
            if (answers.values().stream().anyMatch(values -> values == null || values.contains(null))) {
                throw new IllegalArgumentException("an answer is a list of strings");
            }
        }
    }

    /** @param crisis true: show the person how to reach 988 before anything else */
    record SavedView(int version, @Nullable Integer next, boolean crisis) {}

    /** @param signature needed, except to submit again what has been submitted */
    record SubmissionRequest(
            @Nullable Integer version, @Nullable SignatureView signature) {}

    /**
     * @param consent version of the text that the person read
     * @param relationship {@code SELF}, {@code PARENT_OR_GUARDIAN} or {@code REPRESENTATIVE}
     */
    record SignatureView(String consent, String signer, String relationship) {}

    record SubmittedView(UUID responseId, String state, Instant submittedAt) {}

    @GetMapping
    ResponseView read(@PathVariable String token) {
        ResponseSheet sheet = links.open(token);
        Response response = sheet.response();
        Language language = PageLanguage.current();
        return new ResponseView(
                response.id().value(),
                StateNames.of(response.state()),
                language.code(),
                response.revision(),
                sheet.packet().pages().stream()
                        .map(page -> page(sheet, page, language))
                        .toList(),
                number(sheet.nextPage()),
                new ConsentView(
                        consents.current().version(),
                        consents.current().title().in(language),
                        SignedConsent.parts(consents.current(), language)));
    }

    @PutMapping("/pages/{number}")
    ResponseEntity<?> save(@PathVariable String token, @PathVariable int number, @RequestBody PageAnswers body) {
        Answers answers = new Answers(body.answers());
        try {
            return crisis.<ResponseEntity<?>>answer(
                    answers,
                    () -> links.anyInquiryOf(token),
                    () -> save(token, number, body.version(), answers),
                    this::unsaved);
        } catch (LatePages.InDanger late) {
            return unsaved(late);
        }
    }

    private ResponseEntity<?> unsaved(RuntimeException failure) {
        boolean gone = failure instanceof RefusedRequest over && over.status() == HttpStatus.GONE;
        if (gone || failure instanceof LatePages.InDanger) {
            return Problems.of(
                    HttpStatus.GONE, "link-expired", problems.text("problem.link-expired.text"), crisis(true));
        }
        if (failure instanceof RefusedRequest refused) {
            throw refused;
        }
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE, "not-saved", problems.text("intake.api.not-saved"), crisis(true));
    }

    private ResponseEntity<?> save(String token, int number, int version, Answers answers) {
        late.heed(token, number, answers);
        ResponseSheet opened = links.open(token);
        UUID inquiry = opened.response().inquiryId();
        ResponseDecision.Saved decision = save.handle(new SavePage(
                        inquiry,
                        number,
                        version,
                        answers,
                        new Called.Everything(),
                        PageLanguage.current(),
                        links.writerOf(token)))
                .orElseThrow(RefusedRequest::notFound);
        ResponseSheet sheet = new ResponseSheet(decision.change().response(), opened.packet());
        return switch (decision) {
            case ResponseDecision.PageSaved saved ->
                ResponseEntity.ok(new SavedView(sheet.response().revision(), number(sheet.nextPage()), saved.crisis()));
            case ResponseDecision.PageFaulty faulty ->
                Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        problems.text("intake.api.invalid"),
                        Map.of("errors", problems.of(faulty.faults()), "crisis", faulty.crisis()));
            case ResponseDecision.PageStale stale ->
                Problems.of(
                        HttpStatus.CONFLICT, "stale-page", problems.text("intake.api.stale"), crisis(stale.crisis()));
            case ResponseDecision.ReadOnly readOnly ->
                Problems.of(
                        HttpStatus.CONFLICT,
                        "already-submitted",
                        problems.text("intake.api.already-submitted"),
                        crisis(readOnly.crisis()));
        };
    }

    @PostMapping("/submission")
    ResponseEntity<?> submit(
            @PathVariable String token, @RequestBody(required = false) @Nullable SubmissionRequest body) {
        UUID inquiry = links.open(token).response().inquiryId();
        ResponseDecision.Submission decision = submit.handle(new SubmitResponse(
                inquiry, body == null ? null : body.version(), signing(body), links.writerOf(token)));
        return switch (decision) {
            case ResponseDecision.Submitted submitted ->
                ResponseEntity.ok(submitted(submitted.change().response()));
            case ResponseDecision.Incomplete incomplete ->
                Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "incomplete",
                        problems.text("intake.api.incomplete"),
                        Map.of("errors", problems.ofMissing(incomplete.missing(), PageLanguage.current())));
            case ResponseDecision.NotSigned _ ->
                Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-signed", problems.text("intake.api.not-signed"));
            case ResponseDecision.SubmissionStale _ ->
                Problems.of(HttpStatus.CONFLICT, "stale-page", problems.text("intake.api.stale"));
        };
    }

    /** @param why it is changed, in the person's words */
    record AmendmentRequest(String why) {
        AmendmentRequest {
            Objects.requireNonNull(why);
        }
    }

    record AmendmentView(UUID responseId, String state, int version) {}

    /** Opens what was submitted to change; it stands until it is submitted again. Again is the same. */
    @PostMapping("/amendment")
    ResponseEntity<?> amend(@PathVariable String token, @RequestBody AmendmentRequest body) {
        UUID inquiry = links.open(token).response().inquiryId();
        return amend.handle(new AmendResponse(inquiry, body.why()))
                .<ResponseEntity<?>>map(this::amendment)
                .orElseGet(() -> Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, "no-reason", problems.text("intake.amend.why.lacking")));
    }

    /** Leaves what was submitted as it was. */
    @DeleteMapping("/amendment")
    ResponseEntity<?> leave(@PathVariable String token) {
        return amendment(
                amend.handle(new LeaveAsSigned(links.open(token).response().inquiryId())));
    }

    private ResponseEntity<?> amendment(ResponseDecision.Amendment decision) {
        Response response = decision.change().response();
        return switch (decision) {
            case ResponseDecision.AmendmentBegun _, ResponseDecision.AmendmentLeft _ ->
                ResponseEntity.ok(
                        new AmendmentView(response.id().value(), StateNames.of(response.state()), response.revision()));
            case ResponseDecision.NothingToAmend _ ->
                Problems.of(HttpStatus.CONFLICT, "not-submitted", problems.text("intake.api.not-submitted"));
            case ResponseDecision.AmendedTooOften _ ->
                Problems.of(HttpStatus.CONFLICT, "amended-too-often", problems.text("intake.api.amended-too-often"));
        };
    }

    private static @Nullable Signing signing(@Nullable SubmissionRequest body) {
        SignatureView signature = body == null ? null : body.signature();
        return signature == null
                ? null
                : SignedConsent.of(
                        signature.consent(), signature.signer(), signature.relationship(), PageLanguage.current());
    }

    private static SubmittedView submitted(Response response) {
        if (response.state() instanceof ResponseState.Submitted submitted) {
            return new SubmittedView(response.id().value(), StateNames.of(submitted), submitted.at());
        }
        throw new IllegalStateException("submitted without a time");
    }

    private static Map<String, Boolean> crisis(boolean needed) {
        return Map.of("crisis", needed);
    }

    private static @Nullable Integer number(OptionalInt page) {
        return page.isPresent() ? page.getAsInt() : null;
    }

    private static PageView page(ResponseSheet sheet, Page page, Language language) {
        Answers answers = sheet.shownOn(page);
        return new PageView(
                page.number(),
                page.title().in(language),
                page.entries(answers).stream()
                        .filter(entry -> !entry.item().head().hidden())
                        .flatMap(entry -> entry.item() instanceof Item.Asked asked
                                ? Stream.of(asked(entry.key(), asked.question(), language))
                                : Stream.of())
                        .toList(),
                answers.only(page::owns).byQuestion());
    }

    private static AskedView asked(String key, Question question, Language language) {
        boolean written = question.type().isText() && !question.isChoice();
        return new AskedView(
                key,
                question.head().words(language),
                question.hint() == null ? null : question.hint().in(language),
                question.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                question.required(),
                question.repeats(),
                question.initial().fixed(),
                written ? question.limits().longest() : null,
                options(question.options(), language),
                options(question.limits().units(), language));
    }

    private static List<OptionView> options(List<Option> options, Language language) {
        return options.stream()
                .map(option -> new OptionView(option.code(), option.text().in(language)))
                .toList();
    }
}
