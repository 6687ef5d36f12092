package org.rapport.intake.questionnaires.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The questionnaires one person fills in, in order, as one run of numbered pages. */
public record Packet(List<Questionnaire> questionnaires) {
    /** Refuses questionnaires that would mix up their answers. */
    public Packet {
        questionnaires = List.copyOf(questionnaires);
        Set<String> seen = new TreeSet<>();
        List<DefinitionFault> faults = new ArrayList<>();
        for (Questionnaire questionnaire : questionnaires) {
            for (Question question : questionnaire.questions()) {
                if (!seen.add(question.linkId())) {
                    faults.add(new DefinitionFault(question.linkId(), "is asked twice"));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new BrokenQuestionnaire("packet", faults);
        }
    }

    public List<QuestionnaireKey> keys() {
        return questionnaires.stream().map(Questionnaire::key).toList();
    }

    public List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        for (Questionnaire questionnaire : questionnaires) {
            for (Questionnaire.PageContent content : questionnaire.pages()) {
                pages.add(new Page(pages.size() + 1, questionnaire, content.title(), content.items()));
            }
        }
        return pages;
    }

    public Optional<Page> page(int number) {
        List<Page> pages = pages();
        return number < 1 || number > pages.size() ? Optional.empty() : Optional.of(pages.get(number - 1));
    }

    /** The answers that count in each questionnaire; see {@link Questionnaire#settled}. */
    public Answers settled(Answers answers) {
        Answers settled = answers;
        for (Questionnaire questionnaire : questionnaires) {
            settled = questionnaire.settled(settled);
        }
        return settled;
    }

    public List<Score> scores(Answers answers) {
        return questionnaires.stream()
                .flatMap(questionnaire -> questionnaire.score(answers).stream())
                .toList();
    }

    public List<Screening.Found> levels(Answers answers) {
        return questionnaires.stream()
                .flatMap(questionnaire -> questionnaire.level(answers).stream())
                .toList();
    }

    /** The safety rules that the given answers meet. */
    public List<SafetyRule> alarms(Answers answers) {
        return questionnaires.stream()
                .flatMap(questionnaire -> questionnaire.alarms(answers).stream())
                .toList();
    }

    /** The points of each answer that meets a safety rule, by question. */
    public Map<String, Integer> alarmingPoints(Answers answers) {
        Map<String, Integer> points = new HashMap<>();
        Set<String> alarming =
                alarms(answers).stream().map(SafetyRule::question).collect(Collectors.toSet());
        questionnaires.stream()
                .flatMap(questionnaire -> questionnaire.questions().stream())
                .filter(question -> alarming.contains(question.linkId()))
                .forEach(question -> question.pointsOf(answers.to(question.linkId()))
                        .ifPresent(most -> points.put(question.linkId(), most)));
        return points;
    }

    /** Whether matching needs a criterion that nothing here asks for. */
    public boolean lacks(Criterion criterion) {
        return criterion.isSingle()
                && questionnaires.stream()
                        .noneMatch(questionnaire ->
                                questionnaire.rules().criteria().containsKey(criterion));
    }

    /** The codes that answer a criterion; empty when it was left out. */
    public List<String> criterion(Criterion criterion, Answers answers) {
        return questionnaires.stream()
                .flatMap(questionnaire ->
                        Optional.ofNullable(questionnaire.rules().criteria().get(criterion)).stream())
                .flatMap(linkId -> answers.to(linkId).stream())
                .toList();
    }
}
