package org.rapport.intake.questionnaires.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary.Publishing;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary.Uploading;
import org.rapport.intake.questionnaires.domain.DefinitionFault;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where the practice keeps its questionnaires: upload, look, publish, retire. */
@Controller
class QuestionnairePages {
    private static final JsonMapper JSON = new JsonMapper();

    private final QuestionnaireLibrary library;

    QuestionnairePages(QuestionnaireLibrary library) {
        this.library = library;
    }

    /** One line of the list. */
    record Line(
            String url,
            String version,
            String title,
            String status,
            int questions,
            int gaps,
            List<DefinitionFault> faults,
            String by) {}

    @GetMapping("/staff/questionnaires")
    ModelAndView list(Staff staff) {
        return page(staff);
    }

    @PostMapping("/staff/questionnaires")
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile definition,
            @RequestParam(required = false) @Nullable MultipartFile rules,
            Staff staff) {
        if (definition == null) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        String written = rules == null || rules.isEmpty() ? "" : text(rules);
        return switch (library.upload(text(definition), written, staff.name())) {
            case Uploading.Uploaded uploaded -> preview(uploaded.questionnaire().key());
            case Uploading.Faulty faulty -> hindered(staff, "intake.library.refused", faulty.faults());
            case Uploading.VersionTaken taken ->
                hindered(
                        staff,
                        "intake.library.taken",
                        List.of(new DefinitionFault(taken.key().canonical(), "is taken; a version never changes")));
        };
    }

    @PostMapping("/staff/questionnaires/publication")
    ModelAndView publish(@RequestParam String url, @RequestParam String version, Staff staff) {
        return answer(staff, library.publish(key(url, version), staff.name()));
    }

    @PostMapping("/staff/questionnaires/retirement")
    ModelAndView retire(@RequestParam String url, @RequestParam String version, Staff staff) {
        return answer(staff, library.retire(key(url, version), staff.name()));
    }

    private ModelAndView answer(Staff staff, Publishing outcome) {
        return switch (outcome) {
            case Publishing.Done() -> to("redirect:/staff/questionnaires");
            case Publishing.Unknown() -> throw RefusedRequest.notFound();
            case Publishing.Hindered hindered -> hindered(staff, "intake.library.hindered", hindered.faults());
        };
    }

    private ModelAndView hindered(Staff staff, String reason, List<DefinitionFault> faults) {
        ModelAndView page = page(staff).addObject("reason", reason).addObject("faults", faults);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Staff staff) {
        return new ModelAndView("intake/staff-questionnaires")
                .addObject("mayChange", staff.has(StaffRole.ADMINISTRATOR))
                .addObject("mayOpen", staff.has(StaffRole.COORDINATOR))
                .addObject("faults", List.of())
                .addObject(
                        "lines",
                        library.list().stream().map(QuestionnairePages::line).toList());
    }

    private static Line line(QuestionnaireLibrary.Listed listed) {
        return new Line(
                listed.key().url(),
                listed.key().version(),
                listed.questionnaire()
                        .map(read -> read.title().in(StaffLanguage.CURRENT))
                        .orElse(listed.key().url()),
                listed.status().name(),
                listed.questionnaire().map(read -> read.questions().size()).orElse(0),
                listed.questionnaire().map(read -> read.gaps().size()).orElse(0),
                listed.faults(),
                listed.upload().map(upload -> upload.by()).orElse(""));
    }

    private static ModelAndView preview(QuestionnaireKey key) {
        return to("redirect:/staff/questionnaires/preview?url={url}&version={version}")
                .addObject("url", key.url())
                .addObject("version", key.version());
    }

    private static ModelAndView to(String path) {
        ModelAndView redirect = new ModelAndView(path);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private static QuestionnaireKey key(String url, String version) {
        try {
            return new QuestionnaireKey(url, version);
        } catch (IllegalArgumentException e) {
            throw RefusedRequest.notFound();
        }
    }

    /** Without what makes no difference, so that the same definition is the same upload by page and by API. */
    private static String text(MultipartFile file) {
        try {
            String written = new String(file.getBytes(), StandardCharsets.UTF_8);
            return JSON.readTree(written).toString();
        } catch (JacksonException e) {
            // What is no JSON is refused by whoever reads definitions, with its reason.
            return "{";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
