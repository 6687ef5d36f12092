package org.rapport.intake.questionnaires.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Condition;
import org.rapport.intake.questionnaires.domain.Condition.Clause;
import org.rapport.intake.questionnaires.domain.Condition.Operator;
import org.rapport.intake.questionnaires.domain.Option;
import org.rapport.intake.questionnaires.domain.QuestionType;

/** Reads enableWhen; a condition may be about a question that only comes later, so the questions are told in advance. */
final class FhirConditions {
    /** What a condition must know of the question it is about. */
    record Compared(QuestionType type, List<Option> options) {}

    private final Map<String, Compared> questions = new HashMap<>();
    private final Findings findings;

    FhirConditions(Findings findings) {
        this.findings = findings;
    }

    void tell(String linkId, QuestionType type, List<Option> options) {
        questions.putIfAbsent(linkId, new Compared(type, options));
    }

    Condition read(String linkId, QuestionnaireItemComponent item) {
        List<QuestionnaireItemEnableWhenComponent> whens = item.getEnableWhen();
        findings.fault(
                linkId,
                whens.size() > 1 && !item.hasEnableBehavior(),
                "has several conditions and no enableBehavior to say whether all must hold");
        List<Clause> clauses = new ArrayList<>();
        for (QuestionnaireItemEnableWhenComponent when : whens) {
            Clause clause = clause(linkId, when);
            if (clause != null) {
                clauses.add(clause);
            }
        }
        return new Condition(item.getEnableBehavior() != EnableWhenBehavior.ANY, clauses);
    }

    private @Nullable Clause clause(String linkId, QuestionnaireItemEnableWhenComponent when) {
        String question = when.getQuestion();
        Compared compared = question == null ? null : questions.get(question);
        if (compared == null) {
            findings.fault(linkId, true, "has a condition on " + question + ", which is no question");
            return null;
        }
        Operator operator = operator(when);
        if (operator == null || !when.hasAnswer()) {
            findings.fault(linkId, true, "has a condition on " + question + " without an operator or an answer");
            return null;
        }
        if (operator == Operator.EXISTS) {
            boolean yesOrNo = when.getAnswer() instanceof BooleanType;
            findings.fault(linkId, !yesOrNo, "asks whether " + question + " exists, without true or false");
            return new Clause(
                    question,
                    compared.type(),
                    operator,
                    yesOrNo ? when.getAnswer().primitiveValue() : "true");
        }
        boolean ordering = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
        if (findings.fault(
                linkId,
                ordering && !compared.type().isOrdered(),
                "compares " + question + " by size, which its answers have not")) {
            return null;
        }
        return FhirValues.read(compared.type(), compared.options(), when.getAnswer())
                .map(value -> new Clause(question, compared.type(), operator, value))
                .orElseGet(() -> {
                    findings.fault(linkId, true, "compares " + question + " with what cannot be its answer");
                    return null;
                });
    }

    private static @Nullable Operator operator(QuestionnaireItemEnableWhenComponent when) {
        return switch (when.getOperator()) {
            case EXISTS -> Operator.EXISTS;
            case EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
            case GREATER_THAN -> Operator.GREATER;
            case LESS_THAN -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case NULL -> null;
            case null -> null;
        };
    }
}
