package org.rapport.intake.questionnaires.domain;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * When an item is asked: always without clauses, else when all (or any) of them hold.
 *
 * @param all whether every clause must hold, or one is enough
 */
public record Condition(boolean all, List<Clause> clauses) {
    public static final Condition ALWAYS = new Condition(true, List.of());

    public Condition {
        clauses = List.copyOf(clauses);
    }

    /** @param answers what has been answered to a question, in the instance this condition is about */
    boolean holds(Function<String, List<String>> answers) {
        if (clauses.isEmpty()) {
            return true;
        }
        return all
                ? clauses.stream().allMatch(clause -> clause.holds(answers.apply(clause.question())))
                : clauses.stream().anyMatch(clause -> clause.holds(answers.apply(clause.question())));
    }

    /** How an answer is compared, as FHIR names it. */
    public enum Operator {
        EXISTS,
        EQUAL,
        NOT_EQUAL,
        GREATER,
        LESS,
        GREATER_OR_EQUAL,
        LESS_OR_EQUAL
    }

    /**
     * One comparison.
     *
     * @param type of the question compared with
     * @param value as answers of that type are kept; {@code true} or {@code false} for {@link Operator#EXISTS}
     */
    public record Clause(String question, QuestionType type, Operator operator, String value) {

        /** Of several answers one is enough, except that none may equal what must not be. */
        boolean holds(List<String> answers) {
            return switch (operator) {
                case EXISTS -> Boolean.parseBoolean(value) != answers.isEmpty();
                case EQUAL -> answers.stream().anyMatch(this::equalsValue);
                case NOT_EQUAL -> answers.stream().noneMatch(this::equalsValue);
                case GREATER -> any(answers, order -> order > 0);
                case LESS -> any(answers, order -> order < 0);
                case GREATER_OR_EQUAL -> any(answers, order -> order >= 0);
                case LESS_OR_EQUAL -> any(answers, order -> order <= 0);
            };
        }

        private boolean equalsValue(String answer) {
            boolean moments = answer.indexOf('T') > 0 && value.indexOf('T') > 0;
            if (type == QuestionType.DATE || (type == QuestionType.DATE_TIME && !moments)) {
                // A year does not equal a day of it, though neither is earlier.
                return answer.equals(value);
            }
            return type.compare(answer, value).filter(order -> order == 0).isPresent();
        }

        private boolean any(List<String> answers, IntPredicate wanted) {
            return answers.stream()
                    .flatMap(answer -> type.compare(answer, value).stream())
                    .anyMatch(wanted::test);
        }
    }
}
