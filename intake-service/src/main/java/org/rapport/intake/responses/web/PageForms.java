package org.rapport.intake.responses.web;

import java.util.List;
import java.util.Set;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Item;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.responses.application.ResponseSheet;
import org.rapport.web.FieldProblem;
import org.rapport.web.Practice;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Fills the form of one page, for the person who answers it and for whoever looks at it before. */
@Component
class PageForms {
    private final AnswerProblems problems;
    private final Practice practice;

    PageForms(AnswerProblems problems, Practice practice) {
        this.problems = problems;
        this.practice = practice;
    }

    /** @param opened keys of what the person wants to add to */
    ModelAndView fill(
            ModelAndView view,
            ResponseSheet sheet,
            Page page,
            Answers answers,
            List<FieldProblem> found,
            Set<String> opened) {
        List<Integer> shown = sheet.shownPages().stream().map(Page::number).toList();
        int at = shown.indexOf(page.number());
        return questions(view, page, answers, found, opened, PageLanguage.current())
                .addObject("number", page.number())
                .addObject("step", at < 0 ? page.number() : at + 1)
                .addObject("total", at < 0 ? sheet.packet().pages().size() : shown.size())
                .addObject("before", at > 0 ? shown.get(at - 1) : 0)
                .addObject("version", sheet.response().revision());
    }

    /** What the page asks and says, without anything about who fills it in. */
    ModelAndView questions(
            ModelAndView view,
            Page page,
            Answers answers,
            List<FieldProblem> found,
            Set<String> opened,
            Language language) {
        QuestionViews views = new QuestionViews(
                language,
                problems.textIn(language, "intake.page.yes"),
                problems.textIn(language, "intake.page.no"),
                problems.textIn(language, "intake.page.other"),
                problems.textIn(language, "web.optional"),
                found,
                opened,
                practice.zone());
        return view.addObject("title", page.title().in(language))
                .addObject("questions", views.of(page, answers))
                .addObject("seen", String.join(" ", page.visible(answers)))
                .addObject("conditional", isConditional(page))
                .addObject(
                        "notice",
                        page.questionnaire().notice() == null
                                ? ""
                                : page.questionnaire().notice().in(language))
                .addObject("summary", summary(page, found, language));
    }

    private static boolean isConditional(Page page) {
        return page.items().stream().anyMatch(PageForms::isConditional);
    }

    private static boolean isConditional(Item item) {
        return !item.head().condition().clauses().isEmpty()
                || (item instanceof Item.Asked && !item.items().isEmpty())
                || item.items().stream().anyMatch(PageForms::isConditional);
    }

    /** In the summary each fault stands beside its question, because several may read the same. */
    private static List<FieldProblem> summary(Page page, List<FieldProblem> found, Language language) {
        return found.stream()
                .map(problem -> page.questionAt(problem.field())
                        .map(question -> new FieldProblem(
                                problem.field(), question.text().in(language) + ": " + problem.message()))
                        .orElse(problem))
                .toList();
    }
}
