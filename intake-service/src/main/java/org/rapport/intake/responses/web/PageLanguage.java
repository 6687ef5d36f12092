package org.rapport.intake.responses.web;

import org.rapport.intake.questionnaires.domain.Language;
import org.springframework.context.i18n.LocaleContextHolder;

/** The language of the page being shown. */
final class PageLanguage {
    private PageLanguage() {}

    static Language current() {
        return Language.of(LocaleContextHolder.getLocale().getLanguage());
    }
}
