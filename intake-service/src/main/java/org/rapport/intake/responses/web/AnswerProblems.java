package org.rapport.intake.responses.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.responses.domain.AnswerFault;
import org.rapport.intake.responses.domain.MissingAnswer;
import org.rapport.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what is wrong with answers, in the language of the page and without repeating them. */
@Component
class AnswerProblems {
    private final MessageSource messages;

    AnswerProblems(MessageSource messages) {
        this.messages = messages;
    }

    List<FieldProblem> of(List<AnswerFault> faults) {
        return faults.stream()
                .map(fault -> new FieldProblem(fault.linkId(), text(fault)))
                .toList();
    }

    List<FieldProblem> ofMissing(List<MissingAnswer> missing, Language language) {
        return missing.stream()
                .map(answer ->
                        new FieldProblem(answer.key(), answer.question().text().in(language)))
                .toList();
    }

    String text(String key, Object... values) {
        return messages.getMessage(key, values, locale());
    }

    /** In a language that need not be the page's, for who looks at a form in another. */
    String textIn(Language language, String key) {
        return messages.getMessage(key, null, Locale.of(language.code()));
    }

    private String text(AnswerFault fault) {
        NumberFormat numbers = NumberFormat.getIntegerInstance(locale());
        String key =
                "intake.fault." + fault.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return text(key, numbers.format(fault.given()), numbers.format(fault.allowed()), fault.limit());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
