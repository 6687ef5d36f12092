package org.rapport.intake.responses.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Item;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.Sheet;
import org.rapport.intake.responses.domain.AnswerFault.Reason;

/**
 * The answers of one page, held against the definition.
 *
 * @param accepted the answers without fault to what is asked; an answer to what is not asked is no fault and not accepted,
 *     because the person may have given it before the answer that made the question fall away
 */
record CheckedAnswers(Answers accepted, List<AnswerFault> faults) {

    /** @param others what has been answered on other pages, on which it may depend what this one asks */
    static CheckedAnswers of(Page page, Answers posted, Answers others, Called called) {
        Map<String, List<String>> read = new HashMap<>();
        boolean foreign = false;
        for (Map.Entry<String, List<String>> answer : posted.byQuestion().entrySet()) {
            Question question = page.questionAt(answer.getKey()).orElse(null);
            if (question == null) {
                foreign = true;
            } else if (!question.initial().fixed()) {
                read.put(answer.getKey(), AnswerCheck.kept(question, answer.getValue()));
            }
        }
        Answers together = others.without(page::owns).with(read);
        Map<String, List<String>> accepted = new HashMap<>();
        List<AnswerFault> faults = new ArrayList<>();
        Sheet sheet = page.questionnaire().beside(together);
        List<String> missing =
                page.missing(together).stream().map(Sheet.Entry::key).toList();
        for (Sheet.Entry entry : sheet.entries(page.items())) {
            if (entry.item() instanceof Item.Asked asked) {
                List<String> values = sheet.answers(asked.question(), entry.place());
                List<AnswerFault> found = AnswerCheck.faults(asked.question(), entry.key(), values);
                if (found.isEmpty()) {
                    accepted.put(entry.key(), values);
                }
                faults.addAll(found);
                if (missing.contains(entry.key()) && called.calls(entry.key())) {
                    faults.add(AnswerFault.of(entry.key(), Reason.REQUIRED));
                }
                read.remove(entry.key());
            }
        }
        // A key of one of our questions in an instance that the form cannot have is as foreign as any other.
        boolean misplaced = read.keySet().stream().anyMatch(key -> !sheet.isPlace(key));
        if (foreign || misplaced) {
            faults.add(AnswerFault.of(AnswerFault.NO_QUESTION, Reason.UNKNOWN_QUESTION));
        }
        return new CheckedAnswers(new Answers(accepted), faults);
    }
}
