package org.rapport.intake.responses.domain;

/**
 * Why an answer is not taken. It never repeats what was given.
 *
 * @param linkId the key of the answer, or {@link #NO_QUESTION}
 * @param given length or number given, where that is what is wrong
 * @param allowed the most or fewest that is allowed, where that is what is wrong
 * @param limit the smallest or largest value, where that is what is wrong
 */
public record AnswerFault(String linkId, Reason reason, int given, int allowed, String limit) {
    public static final String NO_QUESTION = "answers";

    public AnswerFault(String linkId, Reason reason, int given, int allowed) {
        this(linkId, reason, given, allowed, "");
    }

    /** What is wrong with it. */
    public enum Reason {
        REQUIRED,
        TOO_LONG,
        TOO_SHORT,
        TOO_SMALL,
        TOO_LARGE,
        TOO_MANY_DECIMALS,
        TOO_MANY,
        TOO_FEW,
        NOT_AN_OPTION,
        NOT_A_UNIT,
        NOT_ALONE,
        NOT_YES_OR_NO,
        NOT_A_WHOLE_NUMBER,
        NOT_A_NUMBER,
        NOT_A_DATE,
        NOT_A_DATE_AND_TIME,
        NOT_A_TIME,
        NOT_AN_ADDRESS,
        NOT_ONE_LINE,
        ONLY_ONE,
        UNKNOWN_QUESTION
    }

    static AnswerFault of(String linkId, Reason reason) {
        return new AnswerFault(linkId, reason, 0, 0);
    }
}
