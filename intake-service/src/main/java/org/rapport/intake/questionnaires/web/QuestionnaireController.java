package org.rapport.intake.questionnaires.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary.Publishing;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary.Uploading;
import org.rapport.intake.questionnaires.domain.DefinitionFault;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.web.FieldProblem;
import org.rapport.web.Problems;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Definitions for programs of the practice. Every command sent again is answered the same, so none needs a key. */
@RestController
@RequestMapping("/api/intake/questionnaires")
class QuestionnaireController {
    private final QuestionnaireLibrary library;

    QuestionnaireController(QuestionnaireLibrary library) {
        this.library = library;
    }

    /**
     * What is uploaded.
     *
     * @param definition a FHIR R4 Questionnaire
     * @param rules what follows from its answers; absent for nothing
     */
    record UploadRequest(JsonNode definition, @Nullable JsonNode rules) {
        UploadRequest {
            Objects.requireNonNull(definition);
        }
    }

    /** A version by its canonical URL. */
    record VersionRequest(String url, String version) {
        QuestionnaireKey key() {
            return new QuestionnaireKey(url, version);
        }
    }

    /** @param gaps what keeps it from being published */
    record DefinitionView(
            String url,
            String version,
            String title,
            String status,
            int questions,
            List<DefinitionFault> gaps,
            List<DefinitionFault> faults,
            @Nullable String uploadedBy,
            @Nullable Instant uploadedAt) {}

    record UploadedView(String url, String version, List<DefinitionFault> gaps) {}

    @GetMapping
    List<DefinitionView> list() {
        return library.list().stream()
                .map(listed -> new DefinitionView(
                        listed.key().url(),
                        listed.key().version(),
                        listed.questionnaire()
                                .map(read -> read.title().in(StaffLanguage.CURRENT))
                                .orElse(listed.key().url()),
                        listed.status().name(),
                        listed.questionnaire()
                                .map(read -> read.questions().size())
                                .orElse(0),
                        listed.questionnaire().map(Questionnaire::gaps).orElse(List.of()),
                        listed.faults(),
                        listed.upload().map(upload -> upload.by()).orElse(null),
                        listed.upload().map(upload -> upload.at()).orElse(null)))
                .toList();
    }

    @PostMapping
    ResponseEntity<?> upload(@RequestBody UploadRequest body, Staff staff) {
        JsonNode rules = body.rules();
        String written = rules == null || rules.isNull() ? "" : rules.toString();
        return switch (library.upload(body.definition().toString(), written, staff.name())) {
            case Uploading.Uploaded uploaded -> {
                QuestionnaireKey key = uploaded.questionnaire().key();
                yield ResponseEntity.status(HttpStatus.CREATED)
                        .body(new UploadedView(
                                key.url(),
                                key.version(),
                                uploaded.questionnaire().gaps()));
            }
            case Uploading.Faulty faulty ->
                refused("questionnaire-refused", "The questionnaire cannot be shown as it is.", faulty.faults());
            case Uploading.VersionTaken _ ->
                Problems.of(
                        HttpStatus.CONFLICT,
                        "version-taken",
                        "There is another definition of this URL and version. A version never changes: give it a new"
                                + " one.");
        };
    }

    @PostMapping("/publication")
    ResponseEntity<?> publish(@RequestBody VersionRequest body, Staff staff) {
        return answer(library.publish(body.key(), staff.name()));
    }

    @PostMapping("/retirement")
    ResponseEntity<?> retire(@RequestBody VersionRequest body, Staff staff) {
        return answer(library.retire(body.key(), staff.name()));
    }

    private static ResponseEntity<?> answer(Publishing outcome) {
        return switch (outcome) {
            case Publishing.Done() -> ResponseEntity.noContent().build();
            case Publishing.Unknown() -> throw RefusedRequest.notFound();
            case Publishing.Hindered hindered ->
                refused("not-publishable", "What people are sent would not be whole.", hindered.faults());
        };
    }

    private static ResponseEntity<?> refused(String code, String detail, List<DefinitionFault> faults) {
        List<FieldProblem> errors = faults.stream()
                .map(fault -> new FieldProblem(fault.linkId(), fault.problem()))
                .toList();
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, Map.of("errors", errors));
    }
}
