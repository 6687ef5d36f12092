package org.rapport.intake.questionnaires.web;

import org.rapport.intake.questionnaires.domain.Language;

/** Staff read English. */
final class StaffLanguage {
    static final Language CURRENT = Language.EN;

    private StaffLanguage() {}
}
