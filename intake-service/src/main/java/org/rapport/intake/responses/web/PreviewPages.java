package org.rapport.intake.responses.web;

import java.util.List;
import java.util.Set;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.UnfinishedResponse;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A definition as people will see it, page by page in both languages, and who has it open. Nothing here is saved. */
@Controller
class PreviewPages {
    private static final int MOST_SHOWN = 100;

    private final Questionnaires questionnaires;
    private final Responses responses;
    private final PageForms forms;
    private final Practice practice;

    PreviewPages(Questionnaires questionnaires, Responses responses, PageForms forms, Practice practice) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.forms = forms;
        this.practice = practice;
    }

    @GetMapping("/staff/questionnaires/preview")
    ModelAndView show(
            @RequestParam String url,
            @RequestParam String version,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "en") String language) {
        return page(url, version, page, Language.of(language), Answers.none());
    }

    /** With answers tried out, so that what is asked because of them can be seen. */
    @PostMapping("/staff/questionnaires/preview")
    ModelAndView tryOut(
            @RequestParam("_url") String url,
            @RequestParam("_form-version") String version,
            @RequestParam("_page") int page,
            @RequestParam("_language") String language,
            @RequestParam MultiValueMap<String, String> form) {
        PostedPage posted = PostedPage.of(form, practice.zone());
        return page(url, version, page, Language.of(language), posted.answers());
    }

    @GetMapping("/staff/questionnaires/open")
    ModelAndView open(@RequestParam String url, @RequestParam String version) {
        Questionnaire questionnaire = find(url, version);
        List<UnfinishedResponse> open = responses.unfinishedWith(questionnaire.key(), MOST_SHOWN);
        return new ModelAndView("intake/staff-open")
                .addObject("title", questionnaire.title().in(Language.EN))
                .addObject("version", version)
                .addObject("open", open)
                .addObject("more", open.size() == MOST_SHOWN);
    }

    private ModelAndView page(String url, String version, int number, Language language, Answers tried) {
        Questionnaire questionnaire = find(url, version);
        Packet packet = new Packet(List.of(questionnaire));
        Page page = packet.page(number).orElseThrow(RefusedRequest::notFound);
        Answers answers = page.withInitial(tried.only(page::owns));
        ModelAndView view = new ModelAndView("intake/staff-preview")
                .addObject("url", url)
                .addObject("formVersion", version)
                .addObject("name", questionnaire.title().in(Language.EN))
                .addObject("language", language.code())
                .addObject("number", number)
                .addObject("total", packet.pages().size())
                .addObject("gaps", questionnaire.gaps());
        return forms.questions(view, page, answers, List.of(), Set.of(), language);
    }

    private Questionnaire find(String url, String version) {
        try {
            return questionnaires.find(new QuestionnaireKey(url, version)).orElseThrow(RefusedRequest::notFound);
        } catch (IllegalArgumentException e) {
            throw RefusedRequest.notFound();
        }
    }
}
