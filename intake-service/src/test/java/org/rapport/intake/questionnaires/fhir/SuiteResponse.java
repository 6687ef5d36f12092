package org.rapport.intake.questionnaires.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Item;
import org.rapport.intake.questionnaires.domain.Place;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.Questionnaire;

/**
 * A response of the suite as our answers.
 *
 * @param misfits what our answers cannot even say: an unknown linkId, a wrong nesting, a value of another type
 */
public record SuiteResponse(Answers answers, List<String> misfits) {

    public static SuiteResponse read(QuestionnaireResponse response, Questionnaire questionnaire) {
        Reading reading = new Reading();
        reading.items(response.getItem(), questionnaire.items(), List.of());
        return new SuiteResponse(new Answers(reading.answers), reading.misfits);
    }

    private static final class Reading {
        private final Map<String, List<String>> answers = new HashMap<>();
        private final List<String> misfits = new ArrayList<>();

        void items(List<QuestionnaireResponseItemComponent> given, List<Item> asked, List<Integer> instances) {
            Map<String, Integer> seen = new HashMap<>();
            for (QuestionnaireResponseItemComponent item : given) {
                Item found = asked.stream()
                        .filter(each -> each.linkId().equals(item.getLinkId()))
                        .findFirst()
                        .orElse(null);
                int instance = seen.merge(String.valueOf(item.getLinkId()), 1, Integer::sum);
                switch (found) {
                    case null -> misfits.add(item.getLinkId() + " is not asked here");
                    case Item.Display _ -> {
                        if (item.hasAnswer()) {
                            misfits.add(item.getLinkId() + " is a display with an answer");
                        }
                    }
                    case Item.Group group -> group(item, group, instances, instance);
                    case Item.Asked question -> question(item, question, instances, instance);
                }
            }
        }

        private void group(
                QuestionnaireResponseItemComponent item, Item.Group group, List<Integer> instances, int instance) {
            if (item.hasAnswer() || (instance > 1 && !group.occurrence().repeats())) {
                misfits.add(group.linkId() + " is a group answered as a question, or twice");
            }
            List<Integer> inside = new ArrayList<>(instances);
            if (group.occurrence().repeats()) {
                inside.add(instance);
            }
            items(item.getItem(), group.items(), inside);
        }

        private void question(
                QuestionnaireResponseItemComponent item, Item.Asked asked, List<Integer> instances, int instance) {
            if (item.hasItem() || instance > 1) {
                misfits.add(asked.linkId() + " has items beside its answer, or comes twice");
            }
            Question question = asked.question();
            List<String> values = new ArrayList<>();
            for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
                if (answer.hasValue()) {
                    values.add(FhirValues.read(question.type(), question.options(), answer.getValue())
                            .orElse(""));
                }
                items(answer.getItem(), asked.items(), instances);
            }
            if (values.contains("")) {
                misfits.add(asked.linkId() + " has a value it cannot have");
            }
            answers.put(new Place(asked.linkId(), instances).key(), values);
        }
    }
}
